import { newId } from '../../api/kernel/ids.ts';
import { Account, Role } from '../../api/modules/accounts/index.ts';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { Region } from '../../api/modules/catalog/index.ts';
import type { Clock } from '../../api/kernel/clock.ts';
import { required } from '../../api/kernel/required.ts';
import type { EntityManager } from '../../api/platform/database.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';

/** Tables whose rows are asked for by people they do not belong to. */
const TABLES = [
  'account',
  'address',
  'session',
  'provider',
  'service_item',
  'region',
  'credential',
  'credential_type',
  'booking',
  'review',
  'time_off',
  'course',
  'certificate',
];
const ROWS_PER_TABLE = 12;

export interface FuzzScene {
  readonly ids: readonly string[];
  readonly canaries: readonly string[];
  /** Tokens that work, one for each kind of person. */
  openSessions(): Promise<readonly string[]>;
}

/** People of the demo who ask, ids of all kinds to ask for, and somebody who never asks and must never be told of. */
export async function prepareScene(em: () => EntityManager, clock: Clock): Promise<FuzzScene> {
  const canary = newId().replaceAll('-', '').slice(-12);
  const word = (what: string): string => `canary${what}${canary}`;
  const region = required((await em().find(Region, {}, { limit: 1 }))[0], 'a region of the demo');
  const quiet = await buildAccount(em(), {
    email: `${word('mail')}@example.org`,
    displayName: word('name'),
    roles: [Role.HOUSEHOLD],
  });
  const address = await buildAddress(em(), {
    account: quiet.id,
    regionId: region.id,
    label: word('label'),
    line: word('line'),
    district: word('district'),
    doorNote: word('door'),
  });
  const people = await em().find(Account, { isDemo: true }, { orderBy: { id: 'asc' } });
  return {
    ids: [quiet.id, address.id, ...(await listIds(em()))],
    canaries: ['mail', 'name', 'label', 'line', 'district', 'door'].map(word),
    openSessions: async () =>
      Promise.all(
        people.map(
          async ({ id }) =>
            (await openSession(em(), clock, { accountId: id, userAgent: null, secondFactor: true })).token,
        ),
      ),
  };
}

async function listIds(em: EntityManager): Promise<string[]> {
  const lists = await Promise.all(
    TABLES.map(async (table) =>
      em.fork().execute<{ id: string }[]>(`select id::text as id from "${table}" order by id limit ${ROWS_PER_TABLE}`),
    ),
  );
  return lists.flat().map(({ id }) => id);
}
