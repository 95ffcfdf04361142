import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { documentOf, readVisit, take, tryTake } from '../support/visit-operations.ts';
import { buildVisitScene, minutesIn } from '../support/visit-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock(), environment: { RATE_LIMIT_SCALE: '100' } });
});
beforeEach(() => api.clock.set(minutesIn(-2)));
afterAll(() => api.close());

const wrongCode = (code: string): string => (code === '0000' ? '1111' : '0000');

describe('startVisit', () => {
  it('begins with the code of the household, writes the list of what there is to do, and logs who did it', async () => {
    const { bookingId, byProvider, begin } = await buildVisitScene(api);
    await byProvider('startTravel');

    const { booking } = await begin();

    expect(booking).toMatchObject({ state: 'IN_PROGRESS', visit: { startedAt: minutesIn(-2).toISOString() } });
    expect(booking!.visit.checklist.length).toBeGreaterThan(0);
    expect(booking!.visit.checklist.every(({ doneAt }) => doneAt === null)).toBe(true);
    expect(booking!.transitions).toMatchObject([
      { from: 'CONFIRMED', to: 'EN_ROUTE', actorRole: 'PROVIDER' },
      { from: 'EN_ROUTE', to: 'IN_PROGRESS', actorRole: 'PROVIDER' },
    ]);
    expect(await api.sql('select started_by from visit where booking_id = $1', [bookingId])).toEqual([
      { started_by: 'CODE' },
    ]);
  });

  it('takes five codes and not one more, whether they come one by one or all at once', async () => {
    const { bookingId, byProvider, code, asProvider, byHousehold } = await buildVisitScene(api);
    const wrong = wrongCode(code);

    const first = await byProvider('startVisit', { code: wrong });
    const rest = await Promise.all(Array.from({ length: 10 }, () => byProvider('startVisit', { code: wrong })));

    expect(first).toMatchObject({ __typename: 'WrongCodeError', triesLeft: 4 });
    const wrongOnes = rest.filter(({ __typename }) => __typename === 'WrongCodeError');
    expect(wrongOnes.map(({ triesLeft }) => triesLeft).sort()).toEqual([0, 1, 2, 3]);
    expect(rest.filter((one) => one.code === 'CODE_LOCKED')).toHaveLength(6);
    expect(await byProvider('startVisit', { code })).toMatchObject({ code: 'CODE_LOCKED', state: 'CONFIRMED' });
    expect(await api.sql('select code_tries from visit where booking_id = $1', [bookingId])).toEqual([
      { code_tries: 5 },
    ]);
    expect((await readVisit(asProvider, bookingId))!.visit.codeTriesLeft).toBe(0);
    // The household can still say that somebody is there.
    expect(await byHousehold('confirmArrival')).toMatchObject({ booking: { state: 'IN_PROGRESS' } });
  });

  it('tries no further code under the same key, and refuses the key for another code', async () => {
    const { bookingId, code, asProvider } = await buildVisitScene(api);
    const input = { bookingId, code: wrongCode(code), idempotencyKey: randomUUID() };

    const answers = [];
    for (let i = 0; i < 7; i++) answers.push(await take(asProvider, 'startVisit', input));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ triesLeft: 4 });
    const other = await tryTake(asProvider, 'startVisit', { ...input, code });
    expect(other.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('begins once, however often it is sent at once under one key', async () => {
    const { bookingId, code, asProvider } = await buildVisitScene(api);
    const input = { bookingId, code, idempotencyKey: randomUUID() };

    const answers = await Promise.all(Array.from({ length: 10 }, () => take(asProvider, 'startVisit', input)));

    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['VisitUpdated']));
    expect((await readVisit(asProvider, bookingId))!.transitions).toHaveLength(1);
  });

  it('may be tried from four hours before the start, and counts nothing before', async () => {
    const { bookingId, code, byProvider } = await buildVisitScene(api);
    api.clock.set(new Date(minutesIn(-240).getTime() - 1));

    expect(await byProvider('startVisit', { code })).toMatchObject({
      code: 'TOO_EARLY',
      from: minutesIn(-240).toISOString(),
    });
    expect(await api.sql('select code_tries from visit where booking_id = $1', [bookingId])).toEqual([]);
    api.clock.set(minutesIn(-240));
    expect(await byProvider('startVisit', { code })).toMatchObject({ __typename: 'VisitUpdated' });
  });

  it('shares the position where the provider chose to, as a fact and not as a place', async () => {
    const { bookingId, code, byProvider, client } = await buildVisitScene(api);

    await byProvider('startVisit', { code, latitude: 51.53, longitude: -0.1 });

    expect((await readVisit(client, bookingId))!.visit.positionShared).toBe(true);
    const [row] = await api.sql<{ position: string }>('select position from visit where booking_id = $1', [bookingId]);
    expect(row!.position).toMatch(/^v1\./);
  });

  it('is for the provider of the visit: the household is told so, and for others there is no such booking', async () => {
    const scene = await buildVisitScene(api);
    const { bookingId, code, byHousehold } = scene;
    const neighbour = await buildNeighbour(api, scene);

    expect(await byHousehold('startVisit', { code })).toMatchObject({ code: 'NOT_YOURS' });
    const [theirs, none] = await Promise.all(
      [bookingId, randomUUID()].map((id) => tryTake(neighbour.client, 'startVisit', { bookingId: id, code })),
    );
    expect(theirs!.body).toBe(none!.body);
    expect(theirs!.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.bookingId' });
  });
});

describe('the code', () => {
  it('is shown to the household alone, only while it is of use, and stands nowhere in the database', async () => {
    const { bookingId, client, asProvider, code, begin } = await buildVisitScene(api);
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));

    expect((await readVisit(client, bookingId))!.visitCode).toBe(code);
    expect(code).toMatch(/^\d{4}$/);
    expect((await readVisit(asProvider, bookingId))!.visitCode).toBeNull();
    expect((await readVisit(operator, bookingId))!.visitCode).toBeNull();
    await begin();
    expect((await readVisit(client, bookingId))!.visitCode).toBeNull();
    const [row] = await api.sql<{ found: boolean }>(
      `select exists (select from visit v where v.booking_id = $1 and v::text like '%' || $2 || '%') as found`,
      [bookingId, `"${code}"`],
    );
    expect(row!.found).toBe(false);
  });
});

describe('the end of a visit', () => {
  it('comes when the provider finishes, and the household closes it', async () => {
    const { bookingId, byProvider, byHousehold, begin } = await buildVisitScene(api);
    expect(await byProvider('finishVisit')).toMatchObject({ code: 'NOT_NOW', state: 'CONFIRMED' });
    await begin();
    expect(await byProvider('tickTask', { task: 0, done: true })).toMatchObject({ __typename: 'VisitUpdated' });
    api.clock.set(minutesIn(110));

    const finished = await byProvider('finishVisit');

    expect(finished.booking).toMatchObject({
      state: 'COMPLETED',
      visit: { closesAt: new Date(minutesIn(110).getTime() + 48 * 3_600_000).toISOString() },
    });
    expect(finished.booking!.visit.checklist[0]!.doneAt).toBe(minutesIn(-2).toISOString());
    expect(await byProvider('confirmVisit')).toMatchObject({ code: 'NOT_YOURS' });
    expect(await byHousehold('confirmVisit')).toMatchObject({ booking: { state: 'CLOSED' } });
    const messages = await api.sql<{ topic: string; due: number | null }>(
      `select topic, (payload->>'due')::int as due from outbox_message where payload->>'bookingId' = $1 order by topic`,
      [bookingId],
    );
    expect(messages).toEqual([
      { topic: 'booking.completed', due: null },
      { topic: 'close-visit', due: null },
      { topic: 'settle-payment', due: 6_000 },
    ]);
  });

  it('leaves the list open to ticks that come late, but not once it is closed', async () => {
    const { byProvider, byHousehold, begin } = await buildVisitScene(api);
    expect(await byProvider('tickTask', { task: 0, done: true })).toMatchObject({ code: 'NOT_NOW' });
    await begin();
    expect(await byProvider('tickTask', { task: 99, done: true })).toMatchObject({ code: 'NO_SUCH_TASK' });
    await byProvider('finishVisit');

    expect(await byProvider('tickTask', { task: 1, done: true })).toMatchObject({ __typename: 'VisitUpdated' });
    const undone = await byProvider('tickTask', { task: 1, done: false });
    expect(undone.booking!.visit.checklist[1]!.doneAt).toBeNull();
    await byHousehold('confirmVisit');
    expect(await byProvider('tickTask', { task: 0, done: true })).toMatchObject({ code: 'NOT_NOW', state: 'CLOSED' });
  });

  it('can be sent ten times under one key', async () => {
    const { bookingId, asProvider, begin } = await buildVisitScene(api);
    await begin();
    const input = { bookingId, idempotencyKey: randomUUID() };

    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => asProvider.send(documentOf('finishVisit'), { input })),
    );

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    const [row] = await api.sql<{ times: number }>(
      `select count(*)::int as times from outbox_message where topic = 'settle-payment' and payload->>'bookingId' = $1`,
      [bookingId],
    );
    expect(row!.times).toBe(1);
  });
});
