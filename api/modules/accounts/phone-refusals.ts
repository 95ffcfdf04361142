import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { TooManyAttemptsError } from './accounts.errors.ts';
import type { Capped } from './count-text.ts';
import {
  CodesUnavailableError,
  PhoneRefusal,
  PhoneRefusedError,
  PhoneTakenError,
  TextsUsedUpError,
} from './phone.errors.ts';
import { InvalidCodeError } from './second-factors.errors.ts';

type Speaker = Pick<RequestContext, 'locale'>;

const REFUSALS: Readonly<Record<PhoneRefusal, LocalizedText>> = {
  INVALID_NUMBER: {
    en: 'This does not look like a phone number of that country.',
    'zh-CN': '这似乎不是该国家或地区的手机号码。',
  },
  COUNTRY_NOT_SERVED: { en: 'We send no texts to this country.', 'zh-CN': '暂不支持向该国家或地区发送短信。' },
  NOT_A_MOBILE: { en: 'Give the number of a mobile phone.', 'zh-CN': '请填写手机号码。' },
};

export function refusePhone(context: Speaker, problem: keyof typeof PhoneRefusal): PhoneRefusedError {
  return new PhoneRefusedError(PhoneRefusal[problem], say(context, REFUSALS[problem]));
}

export function refuseByCap(
  context: Speaker,
  { scope, retryAfterSeconds }: Capped,
): TooManyAttemptsError | TextsUsedUpError {
  if (scope === 'ALL') {
    const message = say(context, {
      en: 'No more codes can be sent by text today. Please use another way.',
      'zh-CN': '今日短信验证码已达上限，请使用其他方式。',
    });
    return new TextsUsedUpError(message, retryAfterSeconds);
  }
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const hours = Math.ceil(minutes / 60);
  return new TooManyAttemptsError(
    'TOO_MANY_CODES',
    minutes <= 90
      ? say(context, {
          en: `Too many codes were asked for. Try again in ${minutes} min.`,
          'zh-CN': `获取验证码过于频繁，请在 ${minutes} 分钟后再试。`,
        })
      : say(context, {
          en: `Too many codes were asked for. Try again in ${hours} hours.`,
          'zh-CN': `获取验证码过于频繁，请在 ${hours} 小时后再试。`,
        }),
    retryAfterSeconds,
  );
}

export function wrongCode(context: Speaker, triesLeft: number): InvalidCodeError {
  return new InvalidCodeError(
    'INVALID_CODE',
    say(context, { en: 'This code is not right.', 'zh-CN': '验证码不正确。' }),
    triesLeft,
  );
}

export function codesUnavailable(context: Speaker): CodesUnavailableError {
  return new CodesUnavailableError(
    'CODES_UNAVAILABLE',
    say(context, {
      en: 'The code cannot be checked at the moment. Please try again.',
      'zh-CN': '暂时无法校验验证码，请稍后再试。',
    }),
  );
}

export function phoneTaken(context: Speaker): PhoneTakenError {
  return new PhoneTakenError(
    'PHONE_TAKEN',
    say(context, {
      en: 'Another account signs in with this number. Sign in there and remove it first.',
      'zh-CN': '已有其他账号使用此号码登录，请先登录该账号并移除号码。',
    }),
  );
}
