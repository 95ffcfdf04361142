import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { ConsentInput } from './consents.inputs.ts';
import { listStandings, present } from './consent-standing.ts';
import { textOf } from './consent-texts.ts';
import { ConsentState, OutdatedConsentError } from './consents.type.ts';
import type { ConsentKept, ConsentStanding } from './consents.type.ts';
import { keepConsent } from './keep-consent.ts';

/** Agrees to the present version of a text; agreeing to it again changes nothing. */
export async function giveConsent(
  context: RequestContext,
  viewer: ViewerIdentity,
  { purpose, version }: ConsentInput,
): Promise<ConsentKept | OutdatedConsentError> {
  const text = textOf(purpose);
  if (version !== text.version) {
    return new OutdatedConsentError(
      'OUTDATED',
      say(context, {
        en: 'This text has changed since. Read the present version first.',
        'zh-CN': '该文本已更新，请先阅读最新版本。',
      }),
      present(text, context.locale),
    );
  }
  const standing = await findStanding(context, viewer, purpose);
  if (standing.state === ConsentState.GIVEN) return { consent: standing };
  await keepConsent(context.em, context.clock, viewer.accountId, { purpose, version, act: 'GIVEN' });
  return { consent: await findStanding(context, viewer, purpose) };
}

export async function findStanding(
  { em, locale }: RequestContext,
  { accountId }: ViewerIdentity,
  purpose: ConsentInput['purpose'],
): Promise<ConsentStanding> {
  const found = (await listStandings(em, accountId, locale)).find(({ text }) => text.purpose === purpose);
  if (!found) throw new Error(`There is no text for ${purpose}`);
  return found;
}
