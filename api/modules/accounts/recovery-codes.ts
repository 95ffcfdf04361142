import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Vault } from '../../platform/vault.ts';
import { RECOVERY_CODE_BYTES, RECOVERY_CODES, readRecoveryCode, toRecoveryCode } from './domain/recovery-code.ts';
import { RecoveryCode } from './recovery-code.entity.ts';

/** Replaces the account's recovery codes. They are given out here and never again. */
export async function issueRecoveryCodes(
  em: EntityManager,
  { clock, vault }: { readonly clock: Clock; readonly vault: Vault },
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => toRecoveryCode(randomBytes(RECOVERY_CODE_BYTES)));
  await em.nativeDelete(RecoveryCode, { account: accountId });
  await em.insertMany(
    RecoveryCode,
    codes.map((code) => ({
      id: newId(),
      account: accountId,
      codeHash: hashRecoveryCode(vault, accountId, code),
      createdAt: clock.now(),
      usedAt: null,
    })),
  );
  return codes;
}

/** What a code is found by, as typed; null when it cannot be one. 50 bits under a key need no slow hash. */
export function findRecoveryHash(vault: Vault, accountId: string, typed: string): string | null {
  const code = readRecoveryCode(typed);
  return code === null ? null : hashRecoveryCode(vault, accountId, code);
}

function hashRecoveryCode(vault: Vault, accountId: string, code: string): string {
  return vault.lookupHash('recovery_code.code', `${accountId}:${code}`);
}
