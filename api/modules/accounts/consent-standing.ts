import type { Locale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import { CONSENT_TEXTS } from './consent-texts.ts';
import type { VersionedText } from './consent-texts.ts';
import { Consent } from './consent.entity.ts';
import { ConsentState } from './consents.type.ts';
import type { ConsentStanding, ConsentText } from './consents.type.ts';

/** How the account stands to each text, in the order of the texts. */
export async function listStandings(em: EntityManager, accountId: string, locale: Locale): Promise<ConsentStanding[]> {
  const rows = await em.find(
    Consent,
    { account: accountId },
    { orderBy: { at: 'desc', id: 'desc' }, disableIdentityMap: true },
  );
  return CONSENT_TEXTS.map((text) => {
    const history = rows.filter(({ purpose }) => purpose === text.purpose);
    return {
      text: present(text, locale),
      state: stateOf(text, history[0]),
      history: history.map(({ version, act, at }) => ({ version, at, given: act === 'GIVEN' })),
    };
  });
}

export function present({ purpose, version, required, title, text }: VersionedText, locale: Locale): ConsentText {
  return { purpose, version, required, title: localize(title, locale), text: localize(text, locale) };
}

function stateOf(text: VersionedText, last: Consent | undefined): ConsentState {
  if (!last) return ConsentState.NEVER_ASKED;
  if (last.act === 'WITHDRAWN') return ConsentState.WITHDRAWN;
  return last.version === text.version ? ConsentState.GIVEN : ConsentState.OUTDATED;
}
