import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { LinkExpiredError } from './accounts.errors.ts';

/** The answer to every link that leads nowhere, whatever the reason. */
export function linkExpired(context: Pick<RequestContext, 'locale'>): LinkExpiredError {
  return new LinkExpiredError(
    'LINK_EXPIRED',
    say(context, {
      en: 'This link was used already or is too old. Ask for a new one.',
      'zh-CN': '此链接已使用或已过期，请重新获取。',
    }),
  );
}
