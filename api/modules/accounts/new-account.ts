import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Vault } from '../../platform/vault.ts';
import { SEALED_ACCOUNT } from './account.entity.ts';
import type { Account } from './account.entity.ts';
import { Role } from './role.ts';

export interface AccountDraft {
  /** In lower case. */
  readonly email: string;
  readonly passwordHash: string;
  readonly displayName: string;
  readonly locale: string;
  readonly roles?: readonly Role[];
  /** Whether the address is proven to be theirs. */
  readonly isVerified: boolean;
}

/** The row of an account that begins now; a household unless it says otherwise. */
export function newAccount(
  { vault, clock }: { readonly vault: Vault; readonly clock: Clock },
  draft: AccountDraft,
): Account {
  const now = clock.now();
  return vault.sealRow(SEALED_ACCOUNT, {
    id: newId(),
    email: draft.email,
    phone: null,
    passwordHash: draft.passwordHash,
    displayName: draft.displayName,
    locale: draft.locale,
    roles: [...(draft.roles ?? [Role.HOUSEHOLD])],
    isDemo: false,
    emailVerifiedAt: draft.isVerified ? now : null,
    createdAt: now,
  });
}
