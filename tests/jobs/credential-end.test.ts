import { afterEach, beforeEach, expect, test } from 'vitest';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import type { UnsealedCredential } from '../../api/modules/qualifications/index.ts';
import { buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { buildMarketplace } from './support/marketplace.builder.ts';
import type { Marketplace, MarketplaceOptions } from './support/marketplace.builder.ts';
import { listDeliveries } from './support/sent-messages.ts';

const DAY_MS = 86_400_000;

describeOnEachQueue(9, (redisUrl) => {
  const clock = new FakeClock(new Date('2027-03-20T08:00:00Z'));
  let world: JobWorld;
  let market: Marketplace;

  beforeEach(async () => {
    world = await openJobWorld({ redisUrl, clock });
  });
  afterEach(() => world.close());

  const open = async (now: string, options: MarketplaceOptions = {}): Promise<void> => {
    clock.set(new Date(now));
    market = await buildMarketplace(world.database, clock, { providerPhone: null, ...options });
    await buildCredentialType(world.database.em.fork(), { code: 'FIRST_AID' });
  };
  /** A day of the worker: what runs daily, and everything that is due. */
  const goTo = async (instant: string): Promise<void> => {
    clock.set(new Date(instant));
    await world.outbox.scheduleDaily();
    await world.settle();
  };
  const hold = async (overrides: Partial<UnsealedCredential> = {}): Promise<string> => {
    const type = await buildCredentialType(world.database.em.fork(), { code: 'FIRST_AID' });
    const credential = await buildCredential(world.database.em.fork(), {
      provider: market.provider.id,
      type: type.id,
      decidedAt: new Date('2026-01-05T08:00:00Z'),
      validUntil: '2027-06-30',
      ...overrides,
    });
    return credential.id;
  };
  const stateOf = async (id: string): Promise<string> => {
    const [row] = await world.database.em
      .fork()
      .execute<{ state: string }[]>('select state from credential where id = ?', [id]);
    return row!.state;
  };
  const notices = async (): Promise<string[]> =>
    (await listDeliveries(world.database, 'credential-%')).map(({ kind }) => kind);

  test('a credential counts to the end of its last local day, and is over from midnight on', async () => {
    await open('2027-06-30T08:00:00Z', { timeZone: 'Asia/Shanghai' });
    const id = await hold();

    await goTo('2027-06-30T15:59:00Z');
    expect(await stateOf(id)).toBe('APPROVED');

    await goTo('2027-06-30T16:00:20Z');
    expect(await stateOf(id)).toBe('EXPIRED');
    const history = await world.database.em
      .fork()
      .execute(`select "from", "to", actor_role from credential_transition where credential_id = ?`, [id]);
    expect(history).toEqual([{ from: 'APPROVED', to: 'EXPIRED', actor_role: 'SYSTEM' }]);
    expect(await notices()).toContain('credential-expired');
  });

  test('after days without a worker the end is made good, once, by two workers', async () => {
    await open('2027-07-05T08:00:00Z');
    const ids = await Promise.all(Array.from({ length: 12 }, () => hold()));
    const forever = await hold({ validUntil: null });
    const second = await world.addRunner();

    clock.set(new Date('2027-07-05T08:00:00Z'));
    await Promise.all([world.outbox.scheduleDaily(), second.outbox.scheduleDaily()]);
    await world.settle();
    await second.outbox.scheduleDaily();
    await world.settle();

    expect(await Promise.all(ids.map(stateOf))).toEqual(ids.map(() => 'EXPIRED'));
    expect(await stateOf(forever)).toBe('APPROVED');
    const [row] = await world.database.em
      .fork()
      .execute<{ count: number }[]>(`select count(*)::int as count from credential_transition where "to" = 'EXPIRED'`);
    expect(row!.count).toBe(12);
    expect((await notices()).filter((kind) => kind === 'credential-expired')).toHaveLength(12);
  });

  test('the provider is told 60, 30, 14, 7 and 1 days before, once each, whatever runs twice', async () => {
    await open('2027-04-01T08:00:00Z');
    await hold();
    const told: number[] = [];
    for (let left = 62; left >= 0; left -= 1) {
      const before = (await notices()).length;
      const day = new Date(Date.parse('2027-06-30T10:00:00Z') - left * DAY_MS).toISOString();
      await goTo(day);
      await goTo(day);
      const after = (await notices()).length;
      if (after > before) told.push(left);
      expect(after - before).toBeLessThanOrEqual(1);
    }

    expect(told).toEqual([60, 30, 14, 7, 1]);
  }, 120_000);

  test('says nothing of what was renewed, of a step that had passed at approval, nor in the night', async () => {
    await open('2027-06-10T08:00:00Z');
    await hold({ decidedAt: new Date('2027-06-10T08:00:00Z') });
    await goTo('2027-06-11T10:00:00Z');
    expect(await notices()).toEqual([]);

    await goTo('2027-06-16T02:00:00Z');
    expect(await notices()).toEqual([]);
    await goTo('2027-06-16T08:00:30Z');
    expect(await notices()).toEqual(['credential-expiring']);

    await hold({ validFrom: '2027-06-20', validUntil: '2028-06-30' });
    await goTo('2027-06-23T10:00:00Z');
    expect(await notices()).toEqual(['credential-expiring']);
  });

  test('a renewal that is approved in time leaves no day without', async () => {
    await open('2027-06-20T08:00:00Z');
    const old = await hold();
    await hold({ validFrom: '2027-07-01', validUntil: '2028-06-30' });

    await goTo('2027-07-01T08:00:00Z');

    expect(await stateOf(old)).toBe('EXPIRED');
    const [row] = await world.database.em.fork().execute<{ days: number }[]>(
      `select count(*)::int as days from generate_series('2027-06-20'::date, '2028-06-30'::date, '1 day') as day
         where exists (select from credential where valid_from <= day and valid_until >= day and state in ('APPROVED', 'EXPIRED'))`,
    );
    expect(row!.days).toBe(377);
  });

  test('a provider is told of a revocation, and why', async () => {
    await open('2027-06-20T08:00:00Z');
    const id = await hold({ state: CredentialState.REVOKED });
    const em = world.database.em.fork();
    await em.execute(
      `insert into credential_transition (id, credential_id, "from", "to", actor_role, at, reason)
       values (gen_random_uuid(), ?, 'APPROVED', 'REVOKED', 'OPERATOR', ?, 'WITHDRAWN_BY_ISSUER')`,
      [id, clock.now()],
    );
    await em.execute(
      `insert into outbox_message (id, topic, payload, due_at, created_at)
       values (gen_random_uuid(), 'credential.revoked', jsonb_build_object('credentialId', ?::text), ?, ?)`,
      [id, clock.now(), clock.now()],
    );

    await world.settle();

    expect(await listDeliveries(world.database, 'credential-revoked')).toEqual([
      expect.objectContaining({ body: expect.stringContaining('The issuer has withdrawn it') }),
    ]);
  });
});
