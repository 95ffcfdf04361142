import type { Page } from '@playwright/test';
import { openDoorstepDatabase } from '../../../api/app/application.ts';
import { hashPassword } from '../../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../../api/modules/accounts/index.ts';
import { formatPoint } from '../../../api/kernel/geo-point.ts';
import { buildAccount } from '../../support/builders/account.builder.ts';
import { buildAddress } from '../../support/builders/address.builder.ts';
import { ask } from './ask-server.ts';
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

/** An address where that provider has their own. */
export async function giveAddress(
  { databaseUrl }: RunningDoorstep,
  account: string,
  providerId: string,
): Promise<void> {
  const database = openDoorstepDatabase(databaseUrl, 1);
  try {
    const em = database.em.fork();
    const [place] = await em.execute<{ region: string; latitude: number; longitude: number }[]>(
      'select region_id as region, latitude, longitude from provider where id = ?',
      [providerId],
    );
    await buildAddress(em, { account, regionId: place!.region, line: '12 Lingyin Road', point: formatPoint(place!) });
  } finally {
    await database.close(true);
  }
}

/** Signs a page in without its form. */
export async function signInAs(page: Page, url: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(url);
  await ask(page, 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password },
  });
}
