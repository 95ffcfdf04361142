import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../api/app/demo/load-demo.ts';
import type { LoadedDemo } from '../../api/app/demo/load-demo.ts';
import {
  freeStarts,
  greatCircleEstimator,
  isFree,
  listDiaries,
  listStandings,
  toSlotQuestion,
} from '../../api/modules/availability/index.ts';
import { Booking, BookingState } from '../../api/modules/bookings/index.ts';
import { Region, ServiceItem } from '../../api/modules/catalog/index.ts';
import { Provider } from '../../api/modules/providers/index.ts';
import { ProviderStatus } from '../../api/modules/providers/provider.enums.ts';
import { addDays } from '../../api/kernel/local-date.ts';
import { localDateAt } from '../../api/kernel/zoned-time.ts';
import type { EntityManager } from '../../api/platform/database.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import type { Sealed } from '../../api/platform/vault.ts';
import { fingerprints } from '../support/fingerprints.ts';
import { createTestDatabase } from '../support/test-database.ts';

const DAY_MS = 86_400_000;
const LOAD_LIMIT_MS = 10_000;
const PROVIDERS_FOR_HOME_CLEANING = 6;
const NOW = new Date('2027-03-10T09:30:00Z');
const clock = { now: () => NOW };

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let em: EntityManager;
let loaded: LoadedDemo;
let loadMs: number;

beforeAll(async () => {
  test = await createTestDatabase();
  em = test.database.em.fork();
  const began = performance.now();
  loaded = await loadDemo(em, clock, TEST_VAULT);
  loadMs = performance.now() - began;
}, 120_000);

afterAll(() => test.close());

async function valuesOf(sql: string): Promise<string[]> {
  const rows = await em.execute<{ value: string }[]>(sql);
  return rows.map(({ value }) => value);
}

async function countOf(sql: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(`select count(*)::int as count from ${sql}`);
  return row?.count ?? 0;
}

describe('the demo marketplace', () => {
  it('loads within ten seconds and says what it holds', async () => {
    expect(loadMs).toBeLessThan(LOAD_LIMIT_MS);
    expect(loaded.regionCount).toBe(2);
    expect(loaded.providerCount).toBe(await countOf('provider'));
    expect(loaded.bookingCount).toBe(await countOf('booking'));
    expect(loaded.upcomingBookingIds.length).toBeGreaterThan(100);
  });

  it('is the same, row by row, for the same instant', async () => {
    const other = await createTestDatabase();
    try {
      const otherEm = other.database.em.fork();
      await loadDemo(otherEm, clock, TEST_VAULT);

      expect(await fingerprints(otherEm)).toEqual(await fingerprints(em));
    } finally {
      await other.close();
    }
  }, 120_000);

  it('holds credentials, providers and bookings in every state that a screen has to show', async () => {
    expect(await valuesOf('select distinct state as value from credential')).toEqual(
      expect.arrayContaining([
        'DRAFT',
        'SUBMITTED',
        'IN_REVIEW',
        'SECOND_REVIEW',
        'APPROVED',
        'REJECTED',
        'MORE_INFO',
        'EXPIRED',
        'REVOKED',
      ]),
    );
    expect(await valuesOf('select distinct status as value from provider')).toEqual(
      expect.arrayContaining(['APPLICANT', 'ACTIVE', 'PAUSED', 'SUSPENDED']),
    );
    expect(await valuesOf('select distinct state as value from booking')).toEqual(
      expect.arrayContaining(['CONFIRMED', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'EXPIRED', 'DECLINED']),
    );
    expect(await valuesOf('select distinct price_model as value from service_item')).toHaveLength(3);
    expect(await countOf(`credential where state = 'SUBMITTED'`)).toBeGreaterThanOrEqual(12);
  });

  it('leaves the auditors some that are late and some that are due within four hours', async () => {
    const due = await em.execute<{ due_at: Date | string }[]>(
      `select due_at from credential where state = 'SUBMITTED'`,
    );
    const hoursLeft = due.map(({ due_at }) => (new Date(due_at).getTime() - NOW.getTime()) / 3_600_000);

    expect(hoursLeft.some((hours) => hours < 0)).toBe(true);
    expect(hoursLeft.some((hours) => hours > 0 && hours < 4)).toBe(true);
    expect(hoursLeft.some((hours) => hours > 24)).toBe(true);
  });

  it('lists seven demo accounts that sign in with the shared password', async () => {
    const accounts = await em.execute<{ id: string; email: Sealed; password_hash: string; roles: string[] }[]>(
      'select id, email, password_hash, roles from account where is_demo',
    );
    const mailboxes = accounts.map(({ id, email, roles }) => [
      TEST_VAULT.open('account.email', id, email).replace('@demo.doorstep', ''),
      [...roles].sort(),
    ]);

    expect(mailboxes.sort()).toEqual([
      ['admin', ['ADMINISTRATOR']],
      ['auditor', ['AUDITOR']],
      ['auditor2', ['AUDITOR']],
      ['business', ['BUSINESS', 'HOUSEHOLD']],
      ['household', ['HOUSEHOLD']],
      ['operator', ['OPERATOR']],
      ['provider', ['PROVIDER']],
    ]);
    expect(await verify(accounts[0]!.password_hash, 'doorstep-demo')).toBe(true);
  });

  it('gives the demo household a next visit within days, one later, and one past visit left to review', async () => {
    const visits = await em.execute<{ state: string; days: number; reviewed: boolean }[]>(
      `select b.state, extract(epoch from b.starts_at - ?::timestamptz)::float / 86400 as days, r.id is not null as reviewed
       from booking b join account a on a.id = b.household_id left join review r on r.booking_id = b.id
       where a.email_hash = ? order by b.starts_at`,
      [NOW, TEST_VAULT.lookupHash('account.email', 'household@demo.doorstep')],
    );
    const ahead = visits.filter(({ state }) => state === 'CONFIRMED');

    expect(ahead).toHaveLength(2);
    expect(ahead[0]!.days).toBeGreaterThan(1);
    expect(ahead[0]!.days).toBeLessThan(4);
    expect(visits.some(({ state, days, reviewed }) => state === 'COMPLETED' && days > -13 && !reviewed)).toBe(true);
    expect(visits.some(({ state, reviewed }) => state === 'COMPLETED' && reviewed)).toBe(true);
  });

  it('leaves every provider the time to travel between any two visits', async () => {
    const rows = await em.execute<
      { provider_id: string; mode: 'CAR'; begins: number; ends: number; latitude: number; longitude: number }[]
    >(
      `select r.provider_id, p.travel_mode as mode, extract(epoch from lower(r.occupied))::float / 60 as begins,
         extract(epoch from upper(r.occupied))::float / 60 as ends, r.latitude, r.longitude
       from reservation r join provider p on p.id = r.provider_id where r.state in ('HELD', 'BOOKED') order by 1, 3`,
    );
    const tooTight = rows.filter((visit, index) => {
      const before = rows[index - 1];
      if (before?.provider_id !== visit.provider_id) return false;
      return visit.begins - before.ends < greatCircleEstimator.minutes(before, visit, visit.mode);
    });

    expect(rows.length).toBeGreaterThan(400);
    expect(tooTight).toEqual([]);
  });

  it('puts every coming visit at a start that the slot engine offered when it was booked', async () => {
    const bookings = await em.find(Booking, { state: BookingState.CONFIRMED });
    const providers = new Map((await em.findAll(Provider)).map((provider) => [provider.id, provider]));
    const regions = new Map((await em.findAll(Region)).map((region) => [region.id, region]));
    const items = new Map((await em.findAll(ServiceItem)).map((item) => [item.id, item]));
    const everyone = [...providers.values()];
    const [standings, diaries] = await Promise.all([
      listStandings(em, everyone, [...items.keys()]),
      listDiaries(em, [...providers.keys()], { start: NOW, end: new Date(NOW.getTime() + 20 * DAY_MS), now: NOW }),
    ]);

    const refused = bookings.filter((booking) => {
      const region = regions.get(booking.region)!;
      const start = booking.startsAt.getTime() / 60_000;
      const date = localDateAt(booking.startsAt, region.timeZone);
      const diary = diaries.get(booking.provider)!;
      const question = toSlotQuestion({
        provider: providers.get(booking.provider)!,
        standing: standings.get(booking.provider)!,
        region,
        diary: { ...diary, occupied: diary.occupied.filter(({ visitStart }) => visitStart !== start) },
        plan: {
          items: booking.items.map(({ itemId }) => items.get(itemId)!),
          minutes: booking.storedQuote.durationMinutes,
          place: booking,
        },
        from: date,
        to: date,
        now: booking.createdAt,
      });
      return !isFree(question, start);
    });

    expect(bookings.length).toBeGreaterThan(100);
    expect(refused).toEqual([]);
  });

  it('has in its books what was taken for each visit and nothing else, and sums to zero', async () => {
    expect(
      await countOf(`payment p left join (
          select t.reference, sum(e.amount) as cleared from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
          where e.account = 'GATEWAY_CLEARING' group by t.reference) l using (reference)
        where coalesce(l.cleared, 0) <> p.captured - p.refunded`),
    ).toBe(0);
    expect(await countOf(`ledger_transaction where kind = 'VISIT'`)).toBeGreaterThan(200);
    expect(await valuesOf('select distinct kind as value from ledger_transaction order by 1')).toEqual([
      'CANCELLATION_FEE',
      'VISIT',
    ]);
    expect(await valuesOf('select sum(amount)::text as value from ledger_entry group by currency')).toEqual(['0', '0']);
  });

  it('says everything in both languages', async () => {
    const columns = await em.execute<{ table_name: string; column_name: string }[]>(
      `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'jsonb'`,
    );
    const texts: Record<string, unknown>[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('en' in value || 'zh-CN' in value) texts.push(value);
      else Object.values(value).forEach(collect);
    };
    for (const { table_name, column_name } of columns) {
      const rows = await em.execute<{ value: unknown }[]>(`select "${column_name}" as value from "${table_name}"`);
      rows.forEach(({ value }) => collect(value));
    }
    const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((text) => isBlank(text.en) || isBlank(text['zh-CN']))).toEqual([]);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(String(text['zh-CN'])))).toEqual([]);
  });

  it.each(['hangzhou', 'london'])('has people free for a home cleaning in %s on the next seven days', async (code) => {
    const region = await em.findOneOrFail(Region, { code });
    const item = await em.findOneOrFail(ServiceItem, { region: region.id, code: 'home-cleaning' });
    const providers = await em.find(Provider, { region: region.id, status: ProviderStatus.ACTIVE });
    const end = new Date(NOW.getTime() + 7 * DAY_MS);
    const [standings, diaries] = await Promise.all([
      listStandings(em, providers, [item.id]),
      listDiaries(
        em,
        providers.map(({ id }) => id),
        { start: NOW, end, now: NOW },
      ),
    ]);
    const today = localDateAt(NOW, region.timeZone);

    const free = providers.filter(
      (provider) =>
        freeStarts(
          toSlotQuestion({
            provider,
            region,
            now: NOW,
            from: today,
            to: addDays(today, 6),
            standing: standings.get(provider.id)!,
            diary: diaries.get(provider.id)!,
            plan: {
              items: [item],
              minutes: 120,
              place: { latitude: provider.latitude, longitude: provider.longitude },
            },
          }),
        ).length > 0,
    );

    expect(free.length).toBeGreaterThanOrEqual(PROVIDERS_FOR_HOME_CLEANING);
  });

  it('keeps the counters of a provider equal to what the reviews and visits add up to', async () => {
    const wrong = await countOf(
      `provider p where rating_count <> (select count(*) from review r where r.provider_id = p.id)
         or rating_sum <> (select coalesce(sum(rating), 0) from review r where r.provider_id = p.id)
         or completed_visits <> (select count(*) from booking b where b.provider_id = p.id and b.state = 'COMPLETED')`,
    );

    expect(wrong).toBe(0);
  });
});
