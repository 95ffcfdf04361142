import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { WeakPasswordError } from './accounts.errors.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, passwordWeakness } from './password.ts';

const MESSAGES = {
  TOO_SHORT: {
    en: `Use at least ${SHORTEST_PASSWORD} characters.`,
    'zh-CN': `密码至少需要 ${SHORTEST_PASSWORD} 个字符。`,
  },
  TOO_LONG: { en: `Use at most ${LONGEST_PASSWORD} characters.`, 'zh-CN': `密码最多 ${LONGEST_PASSWORD} 个字符。` },
  GUESSABLE: {
    en: 'This password is easy to guess. Three or four unrelated words work well.',
    'zh-CN': '这个密码太容易被猜到，可以用三四个互不相关的词。',
  },
};

/** Why a new password is not taken; null when it is good. */
export function refuseWeakPassword(
  context: Pick<RequestContext, 'locale'>,
  password: string,
  email: string,
): WeakPasswordError | null {
  const weakness = passwordWeakness(password, email);
  return weakness === null ? null : new WeakPasswordError(weakness, say(context, MESSAGES[weakness]));
}
