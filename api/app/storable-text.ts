import { isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { badUserInput } from '../platform/connection.ts';
import type { RequestContext } from '../platform/request-context.ts';
import { say } from '../platform/say.ts';

/**
 * Lets every field of the schema refuse texts that PostgreSQL could not keep (NUL) or would keep as something else (half
 * of a surrogate pair), wherever in its arguments they are, before a resolver sees them.
 */
export function refuseUnstorableText(schema: GraphQLSchema): GraphQLSchema {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  for (const field of fields) {
    const { resolve } = field;
    if (field.args.length === 0 || !resolve) continue;
    field.resolve = (source, args, context: RequestContext, info) => {
      const path = findUnstorable(args, '');
      if (path !== null) {
        throw badUserInput(
          path,
          say(context, {
            en: 'This text holds a character that cannot be stored. Take it out.',
            'zh-CN': '文本中含有无法保存的字符，请删除后重试。',
          }),
        );
      }
      return resolve(source, args, context, info);
    };
  }
  return schema;
}

/** Path of the first such text within a value, or null. */
function findUnstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (value === null || typeof value !== 'object' || value instanceof Date) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findUnstorable(
      inner,
      Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
    );
    if (found !== null) return found;
  }
  return null;
}
