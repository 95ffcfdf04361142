import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { TimeOff } from '../../api/modules/availability/index.ts';
import { HouseholdRole } from '../../api/modules/accounts/index.ts';
import { newId } from '../../api/kernel/ids.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { readVisit, take, tryTake } from '../support/visit-operations.ts';
import { buildVisitScene, minutesIn } from '../support/visit-scene.ts';
import type { VisitScene } from '../support/visit-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(() => api.clock.set(minutesIn(30)));
afterAll(() => api.close());

async function atWork(
  ...overrides: Parameters<typeof buildVisitScene> extends [TestApi, ...infer Rest] ? Rest : never
): Promise<VisitScene> {
  const scene = await buildVisitScene(api, ...overrides);
  await scene.begin();
  return scene;
}

const agree = (amount: number): Readonly<Record<string, unknown>> => ({
  agree: true,
  expectedAmount: amount,
  paymentMethod: 'sandbox_visa',
});
const payments = async (bookingId: string): Promise<Record<string, unknown>[]> =>
  api.sql(
    `select split_part(reference, '/', 2) like 'extra-%' as extra, status, amount, captured from payment
     where reference like $1 || '%' order by reference`,
    [bookingId],
  );
const reservedUntil = async ({ provider }: VisitScene): Promise<Record<string, string>> => {
  const [row] = await api.sql<{ ends: Date; occupied: Date; upper: Date }>(
    `select ends_at as ends, occupied_end as occupied, upper(occupied) as upper from reservation where provider_id = $1 order by starts_at limit 1`,
    [provider.id],
  );
  return Object.fromEntries(Object.entries(row!).map(([name, at]) => [name, at.toISOString()]));
};

describe('more time', () => {
  it('costs what the time of the visit costs, and with consent lengthens it, its price and the time in the diary', async () => {
    const scene = await atWork();
    const { bookingId, byProvider, byHousehold, client } = scene;

    const proposed = await byProvider('proposeExtra', { minutes: 30, note: 'The oven needs longer' });
    const [extra] = (await readVisit(client, bookingId))!.visit.extras;
    expect(proposed).toMatchObject({ __typename: 'VisitUpdated', booking: { end: minutesIn(120).toISOString() } });
    expect(extra).toMatchObject({
      state: 'PROPOSED',
      minutes: 30,
      price: { amount: 1_500 },
      why: 'The oven needs longer',
    });
    const agreed = await byHousehold('answerExtra', agree(1_500));

    expect(agreed.booking).toMatchObject({
      state: 'IN_PROGRESS',
      end: minutesIn(150).toISOString(),
      quote: { total: { amount: 7_500 }, durationMinutes: 150 },
      visit: { extras: [{ state: 'AGREED' }] },
    });
    expect(agreed.booking!.quote.lines.at(-1)).toMatchObject({ kind: 'EXTRA', amount: { amount: 1_500 } });
    expect(await reservedUntil(scene)).toEqual({
      ends: minutesIn(150).toISOString(),
      occupied: minutesIn(165).toISOString(),
      upper: minutesIn(165).toISOString(),
    });
    expect(await payments(bookingId)).toMatchObject([
      { extra: false, status: 'AUTHORIZED', amount: 6_000 },
      { extra: true, status: 'AUTHORIZED', amount: 1_500 },
    ]);
    api.clock.set(minutesIn(140));
    await runDueJobs(api);
    expect((await readVisit(client, bookingId))!.state).toBe('IN_PROGRESS');
    await byProvider('finishVisit');
    await runDueJobs(api);
    expect(await payments(bookingId)).toMatchObject([
      { extra: false, status: 'CAPTURED', captured: 6_000 },
      { extra: true, status: 'CAPTURED', captured: 1_500 },
    ]);
  });

  it('is refused at once where the next visit could not be reached, and offered up to where it can', async () => {
    const scene = await atWork();
    // Buffer of a quarter of an hour, and a quarter of an hour's way: the visit may last until 13:00.
    await buildBooking(api.em, {
      provider: scene.provider,
      startsAt: minutesIn(210),
      latitude: 51.5362 + 0.013,
    });

    const refused = await scene.byProvider('proposeExtra', { minutes: 90 });

    expect(refused).toMatchObject({ __typename: 'TimeNotFreeError', code: 'NEXT_VISIT' });
    const most = (Date.parse(refused.latestEnd!) - minutesIn(120).getTime()) / 60_000;
    expect(most).toBeGreaterThanOrEqual(60);
    expect(await scene.byProvider('proposeExtra', { minutes: most })).toMatchObject({ __typename: 'VisitUpdated' });
    expect(await scene.byProvider('proposeExtra', { minutes: most + 1 })).toMatchObject({ code: 'NEXT_VISIT' });
  });

  it('is refused where time off begins', async () => {
    const scene = await atWork();
    await api.em.insert(TimeOff, {
      id: newId(),
      provider: scene.provider.id,
      startsAt: minutesIn(135),
      endsAt: minutesIn(300),
      reason: null,
    });

    expect(await scene.byProvider('proposeExtra', { minutes: 30 })).toMatchObject({
      code: 'TIME_OFF',
      latestEnd: minutesIn(135).toISOString(),
    });
  });

  it('is not taken, and not paid, when the time went to somebody else meanwhile', async () => {
    const scene = await atWork();
    const { bookingId, byProvider, byHousehold } = scene;
    await byProvider('proposeExtra', { minutes: 60 });
    await buildBooking(api.em, { provider: scene.provider, startsAt: minutesIn(150) });
    const before = await reservedUntil(scene);

    expect(await byHousehold('answerExtra', agree(3_000))).toMatchObject({ __typename: 'TimeNotFreeError' });

    expect(await reservedUntil(scene)).toEqual(before);
    expect(await payments(bookingId)).toHaveLength(1);
    expect((await readVisit(scene.client, bookingId))!.quote.total.amount).toBe(6_000);
  });

  it('is agreed once under one key sent ten times at once: one line, one payment', async () => {
    const { bookingId, client, byProvider } = await atWork();
    await byProvider('proposeExtra', { minutes: 30 });
    const input = { bookingId, ...agree(1_500), idempotencyKey: randomUUID() };

    const answers = await Promise.all(Array.from({ length: 10 }, () => take(client, 'answerExtra', input)));

    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['VisitUpdated']));
    expect(await payments(bookingId)).toHaveLength(2);
    const [charges] = await api.sql<{ count: number }>(
      `select count(*)::int as count from sandbox_charge where idempotency_key like $1`,
      [`booking:${bookingId}:extra:%`],
    );
    expect(charges!.count).toBe(1);
    expect((await readVisit(client, bookingId))!.quote.total.amount).toBe(7_500);
  });

  it('leaves everything as it was when the bank says no, and can be agreed with another card', async () => {
    const { bookingId, byProvider, byHousehold } = await atWork();
    await byProvider('proposeExtra', { minutes: 30 });

    const declined = await byHousehold('answerExtra', { ...agree(1_500), paymentMethod: 'sandbox_declined' });

    expect(declined).toMatchObject({ __typename: 'PaymentDeclinedError' });
    expect(await payments(bookingId)).toHaveLength(1);
    expect(await byHousehold('answerExtra', agree(1_500))).toMatchObject({ __typename: 'VisitUpdated' });
  });

  it('can be refused, replaced and falls with the end of the visit; a price that was not seen agrees to nothing', async () => {
    const { bookingId, byProvider, byHousehold, client } = await atWork();
    const states = async (): Promise<string[]> =>
      (await readVisit(client, bookingId))!.visit.extras.map(({ state }) => state);
    await byProvider('proposeExtra', { minutes: 30 });
    await byProvider('proposeExtra', { minutes: 15 });

    expect(await byHousehold('answerExtra', agree(1_500))).toMatchObject({ code: 'EXTRA_CHANGED' });
    expect(await byHousehold('answerExtra', { agree: false, expectedAmount: 750 })).toMatchObject({
      __typename: 'VisitUpdated',
    });
    expect(await byHousehold('answerExtra', agree(750))).toMatchObject({ code: 'NOTHING_PROPOSED' });
    await byProvider('proposeExtra', { minutes: 45 });
    await byProvider('finishVisit');
    expect(await states()).toEqual(['WITHDRAWN', 'REFUSED', 'WITHDRAWN']);
    expect(await byHousehold('answerExtra', agree(2_250))).toMatchObject({ code: 'NOT_NOW', state: 'COMPLETED' });
  });

  it('is proposed by the provider at work and agreed by whoever of the household may change the visit', async () => {
    const scene = await buildVisitScene(api);
    const { bookingId, byProvider, byHousehold, begin, household } = scene;
    const member = await buildAccount(api.em);
    await buildHouseholdMember(api.em, {
      household: household.id,
      account: member.id,
      role: HouseholdRole.MEMBER,
    });

    expect(await byProvider('proposeExtra', { minutes: 30 })).toMatchObject({ code: 'NOT_NOW' });
    await begin();
    expect(await byHousehold('proposeExtra', { minutes: 30 })).toMatchObject({ code: 'NOT_YOURS' });
    const both = await tryTake(scene.asProvider, 'proposeExtra', { bookingId, minutes: 30, itemId: newId() });
    expect(both.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.minutes' });
    await byProvider('proposeExtra', { minutes: 30 });
    expect(await byProvider('answerExtra', agree(1_500))).toMatchObject({ code: 'NOT_YOURS' });
    const asMember = await tryTake(await api.as(member), 'answerExtra', { bookingId, ...agree(1_500) });
    expect(asMember.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a further service', () => {
  it('costs and lasts what the catalogue and the provider say, and joins what was booked', async () => {
    const region = await buildRegion(api.em);
    const [cleaning, ironing, other] = await Promise.all(
      [1, 2, 3].map(async () => buildServiceItem(api.em, { region: region.id })),
    );
    const { byProvider, byHousehold, client, bookingId } = await atWork(
      {},
      { items: [cleaning!, ironing!], region: region.id },
    );

    const proposed = await byProvider('proposeExtra', { itemId: ironing!.id, units: 1 });
    const [extra] = proposed.booking!.visit.extras;
    const agreed = await byHousehold('answerExtra', agree(extra!.price.amount));

    expect(extra!.price.amount).toBeGreaterThan(0);
    expect(agreed.booking!.items).toHaveLength(2);
    expect(agreed.booking!.quote.total.amount).toBe(6_000 + extra!.price.amount);
    expect(await byProvider('proposeExtra', { itemId: other!.id })).toMatchObject({
      __typename: 'NotBookableError',
      reasons: [{ code: 'OFFERING_OFF' }],
    });
    expect(await byProvider('proposeExtra', { itemId: newId() })).toMatchObject({ __typename: 'InvalidVisitError' });
    expect((await readVisit(client, bookingId))!.visit.extras).toHaveLength(1);
  });
});
