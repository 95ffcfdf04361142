import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../platform/audit-log.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import type { AccountDesk } from './account-desk.ts';
import { newAccount } from './new-account.ts';
import { hashPassword } from './password.ts';
import type { Role } from './role.ts';

export interface StaffDraft {
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
  readonly roles: readonly Role[];
}

/** Makes an account with roles and a password that nobody knows; null when the address has one already. */
export async function createAccount(desk: AccountDesk, draft: StaffDraft): Promise<Account | null> {
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  const email = draft.email.trim().toLowerCase();
  const account = newAccount(desk, { ...draft, email, passwordHash, isVerified: false });
  try {
    await inUnitOfWork(desk.em, async (em) => {
      await em.insert(Account, account);
      await recordAudit(em, desk.who, {
        action: 'account.created',
        subjectType: 'account',
        subjectId: account.id,
        after: { roles: account.roles.toSorted() },
      });
    });
    return account;
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return null;
    throw error;
  }
}
