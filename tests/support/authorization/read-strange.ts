import { GraphQLError, defaultFieldResolver, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { contextOf } from './caller-context.ts';
import type { CallerName } from './callers.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { READERS } from './readers.ts';
import type { Strange } from './strange-objects.ts';

function typeOf(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`there is no type ${name}`);
  return type;
}

/** What comes of one field of an object that some resolver gave out without looking. */
export async function readField(
  schema: GraphQLSchema,
  scene: MatrixScene,
  { caller, type, field, object }: { caller: CallerName; type: string; field: string; object: object },
): Promise<unknown> {
  const { resolve = defaultFieldResolver } = typeOf(schema, type).getFields()[field] ?? {};
  try {
    return await resolve(object, {}, contextOf(scene, caller), { fieldName: field } as GraphQLResolveInfo);
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'FORBIDDEN') return 'FORBIDDEN';
    // Got past the rule and then stumbled over an object that has nothing but its owners.
    return error;
  }
}

/** Fields of a type that a caller is shown of what belongs to strangers, and those that they should be. */
export async function readStrange(
  schema: GraphQLSchema,
  scene: MatrixScene,
  strange: Strange,
  { type, caller }: { type: string; caller: CallerName },
): Promise<{ readonly seen: readonly string[]; readonly shown: readonly string[] }> {
  const { by = [], of } = READERS[type] ?? {};
  const object = of?.(strange) ?? strange.anything;
  const fields = Object.keys(typeOf(schema, type).getFields());
  const seen: string[] = [];
  for (const field of fields) {
    if ((await readField(schema, scene, { caller, type, field, object })) !== 'FORBIDDEN') seen.push(field);
  }
  return { seen, shown: by.includes(caller) ? fields : [] };
}
