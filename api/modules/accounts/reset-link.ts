import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Vault } from '../../platform/vault.ts';
import { TokenPurpose, issueToken } from './one-time-token.ts';
import { tellAccount } from './tell-account.ts';

const RESET_MINUTES = 60;

/** Has a link to set a new password sent to the account's own address. */
export async function sendResetLink(
  em: EntityManager,
  keys: { readonly vault: Vault; readonly clock: Clock },
  accountId: string,
): Promise<void> {
  const token = await issueToken(em, keys, {
    accountId,
    purpose: TokenPurpose.RESET_PASSWORD,
    minutes: RESET_MINUTES,
  });
  await tellAccount(em, keys, { accountId, kind: 'reset-password', tokenId: token.id });
}
