import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { ConsentPurpose } from './consent-purpose.ts';
import { textOf } from './consent-texts.ts';
import { ConsentState, RequiredConsentError } from './consents.type.ts';
import type { ConsentKept } from './consents.type.ts';
import { findStanding } from './give-consent.service.ts';
import { keepConsent } from './keep-consent.ts';

/** Takes a consent back that an account can do without; taking it back again changes nothing. */
export async function withdrawConsent(
  context: RequestContext,
  viewer: ViewerIdentity,
  purpose: ConsentPurpose,
): Promise<ConsentKept | RequiredConsentError> {
  if (textOf(purpose).required) {
    return new RequiredConsentError(
      'REQUIRED',
      say(context, {
        en: 'Nobody can have an account without it. To take it back, erase your account.',
        'zh-CN': '这是拥有账号的必要条件。如需撤回，请注销账号。',
      }),
    );
  }
  const standing = await findStanding(context, viewer, purpose);
  const last = standing.history[0];
  if (!last || standing.state === ConsentState.WITHDRAWN) return { consent: standing };
  await keepConsent(context.em, context.clock, viewer.accountId, { purpose, version: last.version, act: 'WITHDRAWN' });
  return { consent: await findStanding(context, viewer, purpose) };
}
