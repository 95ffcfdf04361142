import { openDoorstepDatabase } from '../../../api/app/application.ts';
import { hashPassword } from '../../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../../api/modules/accounts/index.ts';
import { buildAccount } from '../../support/builders/account.builder.ts';
import type { RunningDoorstep } from './running-doorstep.ts';

export const PASSWORD = 'correct horse battery';

/** Somebody who is none of the demo's people; they sign in with `PASSWORD`. */
export async function buildPerson(
  { databaseUrl }: RunningDoorstep,
  overrides: Partial<UnsealedAccount>,
): Promise<UnsealedAccount> {
  const database = openDoorstepDatabase(databaseUrl, 1);
  try {
    return await buildAccount(database.em.fork(), { passwordHash: await hashPassword(PASSWORD), ...overrides });
  } finally {
    await database.close(true);
  }
}
