import { CONSENT_TEXTS, ConsentPurpose } from '../../modules/accounts/index.ts';
import type { Consent, UnsealedAccount } from '../../modules/accounts/index.ts';
import type { DemoContext } from './demo-context.ts';

/** Everybody agreed to what an account needs when they signed up; every third also wants news. */
export function demoConsents(context: DemoContext, accounts: readonly UnsealedAccount[]): Consent[] {
  return accounts.flatMap((account, index) =>
    CONSENT_TEXTS.filter(
      ({ purpose, required }) => required || (purpose === ConsentPurpose.MARKETING && index % 3 === 0),
    ).map(({ purpose, version }) => ({
      id: context.ids.next(),
      account: account.id,
      purpose,
      version,
      act: 'GIVEN' as const,
      at: account.createdAt,
    })),
  );
}
