import { astFromValue, getNamedType, isInterfaceType, isNonNullType, isObjectType, isUnionType, print } from 'graphql';
import type { GraphQLInputType, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { rootFieldsOf } from './ask-everything.ts';
import type { RootField } from './ask-everything.ts';

/** One step of a path: a field, and the type to narrow to where it gives a union. */
interface Step {
  readonly name: string;
  readonly page: boolean;
  readonly member: string | null;
}

/** A way from an operation to an object of a type. */
export interface TypePath {
  readonly operation: string;
  readonly root: RootField;
  readonly steps: readonly Step[];
}

/** Beyond this a document is refused, so nothing can be read there. */
const DEEPEST = 13;

/**
 * All ways to objects of a type that pass no type twice: whatever a longer way shows, one of these shows, since rules and
 * resolvers know an object and not the way to it.
 */
export function pathsTo(schema: GraphQLSchema, typeName: string): TypePath[] {
  const reaching = typesThatReach(schema, typeName);
  return [...rootFieldsOf(schema)].flatMap(([operation, root]) =>
    walk(getNamedType(root.field.type), [], new Set()).map((steps) => ({ operation, root, steps })),
  );

  function walk(type: GraphQLNamedType, steps: readonly Step[], passed: ReadonlySet<string>): (readonly Step[])[] {
    if (isUnionType(type) || isInterfaceType(type)) {
      return schema.getPossibleTypes(type).flatMap((member) => walk(member, narrow(steps, member.name), passed));
    }
    if (type.name === typeName) return [steps];
    if (!isObjectType(type) || passed.has(type.name) || !reaching.has(type.name) || steps.length > DEEPEST) return [];
    const here = new Set([...passed, type.name]);
    return Object.values(type.getFields()).flatMap((field) => {
      const step: Step = { name: field.name, page: field.args.some(({ name }) => name === 'first'), member: null };
      if (field.args.some((one) => isNonNullType(one.type) && one.defaultValue === undefined)) return [];
      return walk(getNamedType(field.type), [...steps, step], here);
    });
  }
}

/** A union directly below the operation has no step to narrow: a first one stands for the operation itself. */
function narrow(steps: readonly Step[], member: string): readonly Step[] {
  const last = steps.at(-1);
  return last === undefined ? [{ name: '', page: false, member }] : [...steps.slice(0, -1), { ...last, member }];
}

function typesThatReach(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  const reaching = new Set([typeName]);
  for (let grew = true; grew;) {
    grew = false;
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || reaching.has(type.name)) continue;
      const next = Object.values(type.getFields()).flatMap((field) => possible(schema, getNamedType(field.type)));
      if (!next.some((name) => reaching.has(name))) continue;
      reaching.add(type.name);
      grew = true;
    }
  }
  return reaching;
}

function possible(schema: GraphQLSchema, type: GraphQLNamedType): string[] {
  if (isUnionType(type) || isInterfaceType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  return [type.name];
}

/** The operation that asks for those fields at the end of the path and for nothing else. */
export function documentOf({ root: { kind, field }, steps }: TypePath, fields: readonly string[]): string {
  const declared = field.args.map(({ name, type, defaultValue }) =>
    defaultValue === undefined
      ? `$${name}: ${String(type)}`
      : `$${name}: ${String(type)} = ${toLiteral(defaultValue, type)}`,
  );
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = steps.reduceRight(
    (inner, { name, page, member }) => {
      const narrowed = member === null ? inner : `{ ... on ${member} ${inner} }`;
      return name === '' ? narrowed : `{ ${name}${page ? '(first: 3)' : ''} ${narrowed} }`;
    },
    `{ ${fields.join(' ')} }`,
  );
  const variables = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return `${kind} Path${variables} { ${field.name}${given ? `(${given})` : ''} ${selection} }`;
}

/** A default as it stands in a document: an enum's without quotes. */
function toLiteral(value: unknown, type: GraphQLInputType): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`${String(type)} has no literal for its default`);
  return print(node);
}
