import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { TooManyAttemptsError } from './accounts.errors.ts';

/** The refusal of somebody who has to wait. */
export function tooManyAttempts(context: Pick<RequestContext, 'locale'>, waitSeconds: number): TooManyAttemptsError {
  const minutes = Math.ceil(waitSeconds / 60);
  const hours = Math.ceil(minutes / 60);
  return new TooManyAttemptsError(
    'TOO_MANY_ATTEMPTS',
    minutes <= 90
      ? say(context, {
          en: `Too many attempts. Try again in ${minutes} min.`,
          'zh-CN': `尝试次数过多，请在 ${minutes} 分钟后再试。`,
        })
      : say(context, {
          en: `Too many attempts. Try again in ${hours} hours.`,
          'zh-CN': `尝试次数过多，请在 ${hours} 小时后再试。`,
        }),
    waitSeconds,
  );
}
