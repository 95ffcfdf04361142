import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
  print,
} from 'graphql';
import type {
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
  GraphQLUnionType,
  OperationDefinitionNode,
} from 'graphql';
import { costOf } from '../../../api/app/document-limits/operation-cost.ts';

export type RootKind = 'query' | 'mutation' | 'subscription';

export interface RootField {
  readonly kind: RootKind;
  readonly field: GraphQLField<unknown, unknown>;
}

export function rootFieldsOf(schema: GraphQLSchema): Map<string, RootField> {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return new Map(
    roots.flatMap(([kind, type]) =>
      Object.values(type?.getFields() ?? {}).map((field): [string, RootField] => [field.name, { kind, field }]),
    ),
  );
}

const DEEPEST = 5;
/** A page of a document may have so many entries at most, to stay well under what a request may cost. */
const MOST_COST = 15_000;

/** The operation with all its arguments as variables, asking for everything below it as deep as a request may cost. */
export function askEverything(schema: GraphQLSchema, { kind, field }: RootField): string {
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const document = draft(kind, field, depth);
    const operation = parse(document).definitions[0] as OperationDefinitionNode;
    if (costOf({ schema, operation, fragments: new Map(), variables: {} }) <= MOST_COST) return document;
  }
  throw new Error(`${field.name} cannot be asked for`);
}

function draft(kind: RootKind, field: GraphQLField<unknown, unknown>, depth: number): string {
  const declared = field.args.map(({ name, type, defaultValue }) =>
    defaultValue === undefined || typeof defaultValue === 'object'
      ? `$${name}: ${String(type)}`
      : `$${name}: ${String(type)} = ${toLiteral(defaultValue, type)}`,
  );
  const given = field.args.map(({ name }) => `${name}: $${name}`);
  const variables = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const call = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
  return `${kind} Everything${variables} { ${call} ${selectionOf(getNamedType(field.type), depth)} }`;
}

/** All fields of the type that need no argument. `taken` are those that other members of the union have with another type. */
function selectionOf(type: GraphQLNamedType, depth: number, taken: ReadonlySet<string> = new Set()): string {
  if (isScalarType(type) || isEnumType(type)) return '';
  if (isUnionType(type)) {
    const clashes = clashesOf(type);
    const members = type.getTypes().map((member) => `... on ${member.name} ${selectionOf(member, depth, clashes)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    const isLeaf = isScalarType(inner) || isEnumType(inner);
    if (!isLeaf && depth <= 1) return [];
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
    const alias = taken.has(field.name) ? `${type.name}_${field.name}: ` : '';
    return [`${alias}${field.name}${page} ${selectionOf(inner, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Names of fields that do not have the same type in all members of the union. */
function clashesOf(union: GraphQLUnionType): ReadonlySet<string> {
  const fields = union.getTypes().flatMap((member) => Object.values(member.getFields()));
  const types = Map.groupBy(fields, ({ name }) => name);
  return new Set(
    [...types].filter(([, same]) => new Set(same.map(({ type }) => String(type))).size > 1).map(([name]) => name),
  );
}

/** A default as it stands in a document: an enum's without quotes. */
function toLiteral(value: unknown, type: GraphQLInputType): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`${String(type)} has no literal for its default`);
  return print(node);
}
