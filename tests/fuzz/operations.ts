import { globSync, readFileSync } from 'node:fs';
import {
  Kind,
  OperationTypeNode,
  concatAST,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
  print,
  separateOperations,
  typeFromAST,
} from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Random } from './random.ts';
import { valueOf } from './values.ts';
import type { Vocabulary } from './values.ts';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

interface Drafting {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly words: Vocabulary;
  readonly wrongness: number;
  /** `$name: Type` and its value, as they come up. */
  readonly declared: string[];
  readonly variables: Record<string, unknown>;
}

/** An operation that the schema takes, of any of its roots, whose arguments are variables with values of their types. */
export function draftOperation(schema: GraphQLSchema, random: Random, words: Vocabulary, wrongness: number): Operation {
  const kind = random.chance(0.45) ? 'mutation' : 'query';
  const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error(`the schema has no ${kind}`);
  const drafting: Drafting = { schema, random, words, wrongness, declared: [], variables: {} };
  const fields = random.some(random.chance(0.8) ? 1 : 1 + random.below(3), (index) =>
    draftField(drafting, random.pick(Object.values(root.getFields())), 1 + random.below(5), `r${index}`),
  );
  const variables = drafting.declared.length > 0 ? `(${drafting.declared.join(', ')})` : '';
  return { query: `${kind} Q${variables} { ${fields.join(' ')} }`, variables: drafting.variables };
}

function draftField(
  drafting: Drafting,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  alias: string | null,
): string {
  const given = field.args.flatMap((argument) => {
    if (!isNonNullType(argument.type) && drafting.random.chance(0.4)) return [];
    const name = `v${drafting.declared.length}`;
    drafting.declared.push(`$${name}: ${String(argument.type)}`);
    drafting.variables[name] = valueOf(argument.type, drafting.random, drafting.words, drafting.wrongness);
    return [`${argument.name}: $${name}`];
  });
  const call = `${alias === null ? '' : `${alias}: `}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  const selection = draftSelection(drafting, getNamedType(field.type), depth);
  return selection === null ? call : `${call} { ${selection} }`;
}

/** Fields of the type; null for a leaf. */
function draftSelection(drafting: Drafting, type: GraphQLNamedType, depth: number): string | null {
  if (isScalarType(type) || isEnumType(type)) return null;
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => {
      const inner = draftSelection(drafting, member, depth - 1);
      return inner === null ? '' : `... on ${member.name} { ${inner} }`;
    });
    return ['__typename', drafting.random.pick(members)].join(' ');
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const picked = Object.values(type.getFields()).filter(() => drafting.random.chance(0.4));
  const drafted = picked.flatMap((field) => {
    const isLeaf = isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type));
    if (!isLeaf && depth <= 0) return [];
    return [draftField(drafting, field, depth - 1, null)];
  });
  return ['__typename', ...drafted].join(' ');
}

/** The operations of the web app, each with the fragments it needs. */
export function readWebOperations(): readonly { readonly query: string; readonly node: OperationDefinitionNode }[] {
  const files = globSync('web/src/**/*.graphql', { cwd: new URL('../..', import.meta.url).pathname });
  const all = concatAST(files.map((file) => parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))));
  return Object.values(separateOperations(all)).flatMap((document) => {
    const node = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    return node && node.operation !== OperationTypeNode.SUBSCRIPTION ? [{ query: print(document), node }] : [];
  });
}

/** Values for the variables that an operation declares. */
export function fillVariables(
  schema: GraphQLSchema,
  node: OperationDefinitionNode,
  random: Random,
  words: Vocabulary,
  wrongness: number,
): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const { variable, type } of node.variableDefinitions ?? []) {
    const inputType = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    if (inputType === undefined || random.chance(wrongness)) continue;
    variables[variable.name.value] = valueOf(inputType, random, words, wrongness);
  }
  return variables;
}
