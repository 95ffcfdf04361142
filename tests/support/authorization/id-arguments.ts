import { getNamedType, getNullableType, isInputObjectType, isListType, isScalarType } from 'graphql';
import type { GraphQLField, GraphQLInputType } from 'graphql';

/** Paths of all arguments of a field that are ids, e.g. `bookingId` or `input.items[].itemId`. */
export function idArgumentsOf(field: GraphQLField<unknown, unknown>): string[] {
  return field.args.flatMap(({ name, type }) => idsIn(name, type, []));
}

function idsIn(path: string, type: GraphQLInputType, within: readonly string[]): string[] {
  const here = isListType(getNullableType(type)) ? `${path}[]` : path;
  const named = getNamedType(type);
  if (isScalarType(named)) return named.name === 'ID' ? [here] : [];
  if (!isInputObjectType(named) || within.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    idsIn(`${here}.${field.name}`, field.type, [...within, named.name]),
  );
}

/** The variables with an id at that path, which leads through no list. */
export function putId(
  variables: Readonly<Record<string, unknown>>,
  path: string,
  id: string,
): Readonly<Record<string, unknown>> {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...variables, [head]: id };
  const inner = (variables[head] ?? {}) as Readonly<Record<string, unknown>>;
  return { ...variables, [head]: putId(inner, rest.join('.'), id) };
}
