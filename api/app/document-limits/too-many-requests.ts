import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';

/** The refusal of a whole request because there were too many of its kind. */
export function tooManyRequests(context: Pick<RequestContext, 'locale'>, retryAfterSeconds: number): GraphQLError {
  const message = say(context, {
    en: `Too many requests. Try again in ${retryAfterSeconds} s.`,
    'zh-CN': `请求过于频繁，请在 ${retryAfterSeconds} 秒后重试。`,
  });
  return new GraphQLError(message, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds,
      http: { status: 429, headers: new HeaderMap([['retry-after', String(retryAfterSeconds)]]) },
    },
  });
}
