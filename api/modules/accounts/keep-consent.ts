import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { ConsentPurpose } from './consent-purpose.ts';
import { CONSENT_TEXTS } from './consent-texts.ts';
import { Consent } from './consent.entity.ts';
import type { ConsentAct } from './consent.entity.ts';

/** Adds what the account said to the record. */
export async function keepConsent(
  em: EntityManager,
  clock: Clock,
  accountId: string,
  said: { readonly purpose: ConsentPurpose; readonly version: string; readonly act: ConsentAct },
): Promise<void> {
  await em.insert(Consent, { id: newId(), account: accountId, at: clock.now(), ...said });
}

/** Signing up is agreeing to what nobody can have an account without: the form says so beside its button. */
export async function keepSignUpConsents(em: EntityManager, clock: Clock, accountId: string): Promise<void> {
  for (const { purpose, version, required } of CONSENT_TEXTS)
    if (required) await keepConsent(em, clock, accountId, { purpose, version, act: 'GIVEN' });
}
