import { isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { LocalizedText } from '../kernel/localized-text.ts';
import { badUserInput } from '../platform/connection.ts';
import type { RequestContext } from '../platform/request-context.ts';
import { say } from '../platform/say.ts';

/** Longer than anything that anybody writes here; each field's own limit is far below. */
const LONGEST_TEXT = 50_000;
/** Beyond any amount, distance or count, and still exact. */
const LARGEST_NUMBER = 1e12;

const UNSTORABLE: LocalizedText = {
  en: 'This text holds a character that cannot be stored. Take it out.',
  'zh-CN': '文本中含有无法保存的字符，请删除后重试。',
};
const TOO_LONG: LocalizedText = { en: 'This text is too long.', 'zh-CN': '文本过长。' };
const TOO_LARGE: LocalizedText = { en: 'This number is too large.', 'zh-CN': '数值过大。' };

interface Problem {
  readonly path: string;
  readonly text: LocalizedText;
}

/**
 * Lets every field of the schema refuse what PostgreSQL could not keep or would keep as something else, wherever in its
 * arguments it is, before a resolver sees it: NUL, half of a surrogate pair, texts and numbers without measure.
 */
export function refuseUnstorableValues(schema: GraphQLSchema): GraphQLSchema {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  for (const field of fields) {
    if (field.args.length === 0) continue;
    if (field.resolve) field.resolve = afterLookingAtArguments(field.resolve);
    if (field.subscribe) field.subscribe = afterLookingAtArguments(field.subscribe);
  }
  return schema;
}

function afterLookingAtArguments(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args: Record<string, unknown>, context, info): unknown => {
    const problem = findUnstorable(args, '');
    if (problem !== null) throw badUserInput(problem.path, say(context, problem.text));
    return resolve(source, args, context, info);
  };
}

/** The first such value within a value, or null. */
function findUnstorable(value: unknown, path: string): Problem | null {
  const text = describeScalar(value);
  if (text !== null) return { path, text };
  if (value === null || typeof value !== 'object' || value instanceof Date) return null;
  for (const [key, inner] of Object.entries(value)) {
    const within = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = findUnstorable(inner, within);
    if (found !== null) return found;
  }
  return null;
}

function describeScalar(value: unknown): LocalizedText | null {
  if (typeof value === 'number') return Math.abs(value) <= LARGEST_NUMBER ? null : TOO_LARGE;
  if (typeof value !== 'string') return null;
  if (value.length > LONGEST_TEXT) return TOO_LONG;
  return value.includes('\0') || !value.isWellFormed() ? UNSTORABLE : null;
}
