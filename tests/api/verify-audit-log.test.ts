import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { recordAudit } from '../../api/platform/audit-log.ts';
import { headFileOf } from '../../api/platform/audit/audit-head.ts';
import { AuditSealer } from '../../api/platform/audit/audit-sealer.ts';
import { readKeyRing } from '../../api/platform/key-ring.ts';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import type { Database } from '../../api/platform/database.ts';
import { readChainStatus, readLog, verifyLog } from '../support/audit-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_KEYS } from '../support/test-keys.ts';

let api: TestApi;
let database: Database;
let operator: GraphQLClient;

beforeEach(async () => {
  api = await startTestApi();
  database = openDoorstepDatabase(api.databaseUrl, 2);
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
});
afterEach(async () => {
  await database.close(true);
  await api.close();
});

/** As a worker does it. */
async function seal(): Promise<void> {
  const { signing } = readKeyRing({ keys: TEST_KEYS, keyFile: '' });
  const logger = pino({ level: 'silent' });
  await new AuditSealer({ database, clock: api.clock, logger, signing, headFile: headFileOf(api.dataDir) }).seal();
}

async function record(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    const draft = { action: 'thing.done', subjectType: 'thing', subjectId: newId() };
    await recordAudit(api.em, { clock: api.clock }, draft);
  }
}

async function tamper(statement: string): Promise<void> {
  await api.sql('alter table audit_entry disable trigger all');
  await api.sql(statement);
  await api.sql('alter table audit_entry enable trigger all');
}

describe('verifyAuditLog', () => {
  test('says until when the log is sound', async () => {
    await record(4);
    await seal();

    const { data, errors } = await verifyLog(operator);

    expect(errors).toEqual([]);
    expect(data?.verifyAuditLog).toEqual({
      __typename: 'AuditLogVerdict',
      finding: null,
      complete: true,
      links: 4,
      roots: 0,
      lastSeq: 4,
      soundUntil: api.clock.now().toISOString(),
      waiting: 0,
      headCompared: true,
    });
  });

  test('names the first row that was tampered with', async () => {
    await record(4);
    await seal();
    await tamper(`update audit_entry set reason = 'other' where id = (select entry_id from audit_link where seq = 3)`);

    const { data } = await verifyLog(operator);

    expect(data?.verifyAuditLog).toMatchObject({
      finding: { fault: 'EDITED', seq: 3, entryId: expect.any(String), at: api.clock.now().toISOString() },
      lastSeq: 2,
    });
  });

  test('begins at the signed end of the day before those asked for', async () => {
    await record(3);
    await seal();
    api.clock.advanceMinutes(3 * 24 * 60);
    await record(2);
    await seal();

    const [recent, all] = [await verifyLog(operator, 2), await verifyLog(operator, 30)];

    expect(recent.data?.verifyAuditLog).toMatchObject({ finding: null, links: 2, roots: 1 });
    expect(all.data?.verifyAuditLog).toMatchObject({ finding: null, links: 5, roots: 1 });
  });

  test('is itself logged', async () => {
    await verifyLog(operator);

    const { data } = await readLog(operator, { filter: { action: 'audit-log.verified' } });

    expect(data?.auditLog.edges[0]?.node).toMatchObject({ actorKind: 'ACCOUNT', actorRoles: ['OPERATOR'] });
  });

  test.for([0, 367, -1])('refuses %i days', async (days) => {
    const { errors } = await verifyLog(operator, days);

    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'days' });
  });

  test('is limited for each account', async () => {
    for (let turn = 0; turn < 10; turn++) await verifyLog(operator, 1);

    const refused = await verifyLog(operator, 1);
    const other = await verifyLog(await api.as(await buildAccount(api.em, { roles: [Role.ADMINISTRATOR] })), 1);

    expect(refused.data?.verifyAuditLog).toMatchObject({
      __typename: 'TooManyVerificationsError',
      code: 'TOO_MANY_VERIFICATIONS',
      retryAfterSeconds: expect.any(Number),
    });
    expect(other.data?.verifyAuditLog).toMatchObject({ __typename: 'AuditLogVerdict' });
  });
});

describe('auditChainStatus', () => {
  test('tells how far the chain is and what waits', async () => {
    await record(3);
    await seal();
    api.clock.advanceMinutes(24 * 60);
    await record(1);
    await seal();
    await record(2);

    const { data } = await readChainStatus(operator);

    expect(data?.auditChainStatus).toEqual({
      links: 4,
      linkedAt: api.clock.now().toISOString(),
      waiting: 2,
      isStuck: false,
      lastRootDay: '2027-03-10',
      actions: ['thing.done'],
    });
  });

  test('says so when entries wait for longer than a minute', async () => {
    await record(1);
    await api.sql(`update audit_waiting set since = since - interval '2 minutes'`);

    const { data } = await readChainStatus(operator);

    expect(data?.auditChainStatus).toMatchObject({ links: 0, linkedAt: null, waiting: 1, isStuck: true });
  });
});
