import pg from 'pg';
import { newId } from '../../../api/kernel/ids.ts';
import type { GeoPoint } from '../../../api/kernel/geo-point.ts';

const ZONE = 'America/New_York';
const FIRST_DATE = '2027-03-08';
const DAYS = 14;
/** The morning before the first day: everything lies ahead, and within the horizon. */
export const NOW = new Date('2027-03-07T12:00:00Z');

const PROVIDERS = 10_000;
const SKILLS = 8;
const RADIUS_METRES = 15_000;
const MINUTES = 90;
const GAP_MINUTES = 30;
/** South-west corner of the box of 1° × 1°; the far providers of `grow` live in one of the same size 3° to the west. */
const CORNER: GeoPoint = { latitude: 39, longitude: -75 };
const FAR_CORNER: GeoPoint = { latitude: 39, longitude: -78 };
const FAR_PROVIDERS = 100_000;
/** Places are drawn so that the whole circle lies in the box: 15 km are 0.135° of latitude and 0.175° of longitude here. */
const MARGIN_DEGREES = 0.18;

export interface Workload {
  readonly regionId: string;
  /** The items, one for each skill. */
  readonly itemIds: readonly string[];
}

/** Fills an empty, migrated database with workload B, by SQL. The same seed gives the same marketplace but for ids. */
export async function seedWorkload(url: string): Promise<Workload> {
  return withClient(url, async (client) => {
    const regionId = newId();
    const itemIds = Array.from({ length: SKILLS }, newId);
    await client.query('select setseed(0.42)');
    await insertCatalogue(client, regionId, itemIds);
    await withoutConstraint(client, async () => {
      await insertProviders(client, regionId, CORNER, PROVIDERS, 0);
      await insertVisits(client, { firstDate: FIRST_DATE, days: DAYS, tag: 0, visitsPerDay: 3 });
    });
    await client.query('vacuum analyze');
    return { regionId, itemIds };
  });
}

/**
 * Adds ten times as many providers that no request reaches and a year of past visits for the near ones: one visit a day each,
 * 5 million in all, so that it takes minutes and not half an hour.
 */
export async function growWorkload(url: string, { regionId }: Workload): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select setseed(0.43)');
    await withoutConstraint(client, async () => {
      await insertProviders(client, regionId, FAR_CORNER, FAR_PROVIDERS, 1);
      await insertVisits(client, { firstDate: FIRST_DATE, days: DAYS, tag: 1, visitsPerDay: 1 });
      await insertVisits(client, { firstDate: '2026-03-07', days: 365, tag: 0, visitsPerDay: 1 });
    });
    await client.query('vacuum analyze');
  });
}

export interface SearchRequest {
  readonly itemId: string;
  readonly date: string;
  readonly place: GeoPoint;
}

/** A request for one skill, one day and one place. `random` gives numbers from 0 up to 1. */
export function drawRequest({ itemIds }: Workload, random: () => number): SearchRequest {
  const within = (corner: number): number => corner + MARGIN_DEGREES + random() * (1 - 2 * MARGIN_DEGREES);
  const date = new Date(Date.parse(`${FIRST_DATE}T00:00:00Z`) + Math.floor(random() * DAYS) * 86_400_000);
  return {
    itemId: itemIds[Math.floor(random() * itemIds.length)]!,
    date: date.toISOString().slice(0, 10),
    place: { latitude: within(CORNER.latitude), longitude: within(CORNER.longitude) },
  };
}

/** mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every item asks for two credentials and a course, so that the search has all of rule P3 to check. */
async function insertCatalogue(client: pg.Client, regionId: string, itemIds: readonly string[]): Promise<void> {
  const rules = {
    noticeMinutes: 120,
    horizonDays: 60,
    holdMinutes: 10,
    adjustments: {
      nightPercent: 25,
      weekendPercent: 10,
      holidayPercent: 50,
      shortNoticePercent: 15,
      shortNoticeHours: 4,
      nightFrom: '21:00',
      nightTo: '07:00',
    },
    tax: { percent: 8, inclusive: true },
    cancellation: { steps: [{ hoursBefore: null, percent: 0 }], graceMinutes: 10 },
  };
  const name = { en: 'Bench', 'zh-CN': '测试' };
  await client.query(
    `insert into region (id, code, name, currency, time_zone, locale, latitude, longitude, radius_metres, rules) values ($1, 'bench', $2, 'USD', $3, 'en', 39.5, -74.5, 500000, $4)`,
    [regionId, name, ZONE, rules],
  );
  const categoryId = newId();
  await client.query(
    `insert into service_category (id, parent_id, code, name, icon, position) values ($1, null, 'bench', $2, 'home', 1)`,
    [categoryId, name],
  );
  await client.query(
    `insert into service_item (id, code, region_id, category_id, name, description, included, not_included, icon, venues, price_model, price_amount, price_min, price_max,
       duration_minutes, grid_minutes, buffer_after_minutes, required_credential_codes, required_course_code, minimum_level, position, search_text)
     select id, 'skill-' || n, $2, $3, $4, $4, '[]', '[]', 'home', '{AT_HOME}', 'FIXED', 6000, 4000, 9000, $5, 15, $6, '{IDENTITY,BACKGROUND_CHECK}', 'basics', 'TRAINEE', n, 'bench'
     from unnest($1::uuid[]) with ordinality as item (id, n)`,
    [itemIds, regionId, categoryId, name, MINUTES, GAP_MINUTES],
  );
  await client.query(
    `insert into credential_type (id, code, name, description, high_risk, position) select gen_random_uuid(), code, $1, $1, false, n from unnest(array['IDENTITY', 'BACKGROUND_CHECK', 'FIRST_AID']) with ordinality as type (code, n)`,
    [name],
  );
  await client.query(`insert into course (id, code, name) values (gen_random_uuid(), 'basics', $1)`, [name]);
}

/** `years_experience` holds the tag by which the other inserts know whose rows to add. */
async function insertProviders(
  client: pg.Client,
  regionId: string,
  corner: GeoPoint,
  count: number,
  tag: number,
): Promise<void> {
  const name = { en: 'Bench', 'zh-CN': '测试' };
  await client.query(
    `insert into provider (id, region_id, display_name, headline, about, specialities, portrait_seed, languages, years_experience, gender, level, status, travel_mode, latitude, longitude,
       service_radius_metres, has_studio, instant_booking, on_time_share, rating_count, rating_mean, rating_lower, rating_upper, created_at)
     select gen_random_uuid(), $1, $2, $2, $2, '[]', n, '{en}', $6, 'FEMALE', 'CERTIFIED', 'ACTIVE', 'CAR', $3 + random(), $4 + random(),
       $7, false, true, 0.8 + random() * 0.2, (random() * 100)::int, 4.5, 3.5 + random(), 4.9, '2026-01-01'
     from generate_series(1, $5) n`,
    [regionId, name, corner.latitude, corner.longitude, count, tag, RADIUS_METRES],
  );
  const ofProviders = `from provider p where p.years_experience = ${tag}`;
  await client.query(
    `insert into offering (id, provider_id, item_id, enabled, price_amount)
     select gen_random_uuid(), p.id, i.id, true, 4000 + (random() * 5000)::int from provider p cross join service_item i where p.years_experience = $1 and random() < 0.5`,
    [tag],
  );
  await client.query(
    `insert into working_span (id, provider_id, weekday, start, "end", weeks)
     select gen_random_uuid(), p.id, weekday, span.start, span."end", 'EVERY'
     from provider p, generate_series(1, 7) weekday, (values ('07:00', '12:00'), ('13:00', '19:00')) span (start, "end") where p.years_experience = $1`,
    [tag],
  );
  await client.query(
    `insert into credential (id, provider_id, type_id, state, number, issued_by, issued_on, valid_from, valid_until, submitted_at, due_at, verification_code, version)
     select gen_random_uuid(), p.id, t.id, 'APPROVED', 'n', 'bench', '2026-01-01', '2026-01-01', '2028-01-01', now(), now(), gen_random_uuid()::text, 1
     from provider p cross join credential_type t where p.years_experience = $1`,
    [tag],
  );
  await client.query(
    `insert into certificate (id, provider_id, course_id, valid_from, valid_until, verification_code)
     select gen_random_uuid(), p.id, c.id, '2026-01-01', null, gen_random_uuid()::text from provider p cross join course c where p.years_experience = $1`,
    [tag],
  );
  await client.query(
    `insert into time_off (id, provider_id, starts_at, ends_at) select gen_random_uuid(), p.id, at, at + interval '1 day' from (
       select p.id, '2027-04-01'::timestamptz + random() * interval '20 days' as at ${ofProviders}) p`,
  );
}

/** Visits of 60, 90 or 120 min, 30 min or more apart, within 07:00–12:00 and 13:00–19:00, some 5 km around the provider. */
async function insertVisits(
  client: pg.Client,
  range: { readonly firstDate: string; readonly days: number; readonly tag: number; readonly visitsPerDay: 1 | 3 },
): Promise<void> {
  await client.query(
    `insert into reservation (id, provider_id, state, occupied, occupied_end, starts_at, ends_at, latitude, longitude)
     select gen_random_uuid(), id, 'BOOKED', tstzrange(starts_at, ends_at + gap, '[)'), ends_at + gap, starts_at, ends_at,
       latitude + (random() - 0.5) * 0.1, longitude + (random() - 0.5) * 0.1
     from (
       select id, latitude, longitude, starts_at, starts_at + (60 + 30 * floor(random() * 3)) * interval '1 minute' as ends_at, make_interval(mins => $4) as gap
       from (
         select p.id, p.latitude, p.longitude,
           (($1::date + day) + first_start + floor(random() * choices) * interval '15 minutes') at time zone $5 as starts_at
         from provider p, generate_series(0, $2 - 1) day,
           (values (1, '07:00'::time, 9), (2, '13:00'::time, 3), (3, '16:00'::time, 5)) visit (nth, first_start, choices)
         where p.years_experience = $3 and nth <= $6 order by p.id, day, first_start
       ) drawn
     ) visit`,
    [range.firstDate, range.days, range.tag, GAP_MINUTES, ZONE, range.visitsPerDay],
  );
}

/** The exclusion constraint is built once at the end, which checks every row all the same and takes a fraction of the time. */
async function withoutConstraint(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'reservation_no_overlap'`,
  );
  await client.query('alter table reservation drop constraint reservation_no_overlap');
  await work();
  await client.query(`alter table reservation add constraint reservation_no_overlap ${rows[0]!.definition}`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
