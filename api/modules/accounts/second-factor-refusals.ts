import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { TooManyAttemptsError } from './accounts.errors.ts';
import { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';

type Speaker = Pick<RequestContext, 'locale'>;

const WRONG = {
  INVALID_CODE: {
    en: 'This code is not right or was used before. Wait for the next one.',
    'zh-CN': '验证码不正确或已使用过，请等待下一个验证码。',
  },
  INVALID_RECOVERY_CODE: {
    en: 'This recovery code is not right or was used before.',
    'zh-CN': '恢复码不正确或已使用过。',
  },
  INVALID_PASSKEY: {
    en: 'This passkey could not be accepted. Try again or use another way.',
    'zh-CN': '无法通过此通行密钥验证，请重试或改用其他方式。',
  },
} as const satisfies Record<string, LocalizedText>;

export function wrongFactor(
  context: Speaker,
  code: keyof typeof WRONG,
  triesLeft: number | null = null,
): InvalidCodeError {
  return new InvalidCodeError(code, say(context, WRONG[code]), triesLeft);
}

export function challengeExpired(context: Speaker): ChallengeExpiredError {
  return new ChallengeExpiredError(
    'CHALLENGE_EXPIRED',
    say(context, {
      en: 'This took too long or was tried too often. Start again.',
      'zh-CN': '操作已超时或尝试次数过多，请重新开始。',
    }),
  );
}

export function tooManyFactorTries(context: Speaker, waitSeconds: number): TooManyAttemptsError {
  const minutes = Math.ceil(waitSeconds / 60);
  return new TooManyAttemptsError(
    'TOO_MANY_ATTEMPTS',
    say(context, {
      en: `Too many attempts. Try again in ${minutes} min.`,
      'zh-CN': `尝试次数过多，请在 ${minutes} 分钟后再试。`,
    }),
    waitSeconds,
  );
}
