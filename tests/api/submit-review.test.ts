import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { publishedRating } from '../../api/modules/reviews/domain/rating.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { BookingOverrides } from '../support/builders/booking.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const DAY_MINUTES = 24 * 60;
const SUBMIT = `mutation ($input: SubmitReviewInput!) { submitReview(input: $input) {
  __typename ... on UserError { code message } ... on ReviewSubmitted { review { id rating punctuality text authorName itemName } } } }`;

interface ReviewOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly review?: { readonly id: string; readonly rating: number; readonly authorName: string };
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function submitReview(client: GraphQLClient, input: Readonly<Record<string, unknown>>): Promise<ReviewOutcome> {
  return (await client.ask<{ submitReview: ReviewOutcome }>(SUBMIT, { input: { rating: 5, ...input } })).submitReview;
}

/** A visit that was over an hour ago. */
async function buildDoneScene(
  overrides: BookingOverrides = {},
  scene?: BookingScene,
): Promise<BookingScene & { bookingId: string }> {
  const parents = scene ?? (await buildBookingScene(api));
  const endsAt = new Date(TEST_NOW.getTime() - 3_600_000);
  const { id } = await buildBooking(api.em, {
    provider: parents.provider,
    household: parents.household.id,
    state: BookingState.COMPLETED,
    startsAt: new Date(endsAt.getTime() - 2 * 3_600_000),
    endsAt,
    completedAt: endsAt,
    ...overrides,
  });
  return { ...parents, bookingId: id };
}

async function ratingOf(
  providerId: string,
): Promise<{ mean: number | null; lower: number | null; upper: number | null; count: number; isNew: boolean }> {
  const { provider } = await api
    .visitor()
    .ask<{ provider: { rating: Awaited<ReturnType<typeof ratingOf>> } }>(
      'query ($id: ID!) { provider(id: $id) { rating { mean lower upper count isNew } } }',
      { id: providerId },
    );
  return provider.rating;
}

describe('submitReview', () => {
  it('asks a visitor to sign in', async () => {
    const { bookingId } = await buildDoneScene();

    const answer = await api.visitor().send(SUBMIT, { input: { bookingId, rating: 5 } });

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('publishes the household’s words under its first name', async () => {
    const { bookingId, client, provider } = await buildDoneScene();

    const outcome = await submitReview(client, { bookingId, rating: 4, punctuality: 5, text: ' On time and kind. ' });

    expect(outcome).toMatchObject({
      __typename: 'ReviewSubmitted',
      review: { rating: 4, punctuality: 5, text: 'On time and kind.', authorName: 'Ann', itemName: 'Home cleaning' },
    });
    const page = await api
      .visitor()
      .ask(
        'query ($id: ID!) { provider(id: $id) { reviews { totalCount edges { node { rating text authorName } } } } }',
        { id: provider.id },
      );
    expect(page).toEqual({
      provider: {
        reviews: { totalCount: 1, edges: [{ node: { rating: 4, text: 'On time and kind.', authorName: 'Ann' } }] },
      },
    });
  });

  it('changes the published rating by the Bayesian mean (R3)', async () => {
    const first = await buildDoneScene();
    expect(await ratingOf(first.provider.id)).toEqual({ mean: null, lower: null, upper: null, count: 0, isNew: true });

    await submitReview(first.client, { bookingId: first.bookingId, rating: 2 });
    const afterOne = await ratingOf(first.provider.id);
    for (const [index, rating] of [5, 4, 4, 5].entries()) {
      const startsAt = new Date(TEST_NOW.getTime() - (index + 1) * DAY_MINUTES * 60_000);
      const { bookingId } = await buildDoneScene({ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }, first);
      await submitReview(first.client, { bookingId, rating });
    }
    const afterFive = await ratingOf(first.provider.id);

    // Before anybody rated the item it counts as 4.5; C is 20: (20 × 4.5 + 2) ÷ 21.
    const { isNew: _isNew, ...expectedFirst } = publishedRating({ count: 1, sum: 2, sumOfSquares: 4, priorMean: 4.5 });
    expect(afterOne).toEqual({ ...expectedFirst, count: 1, isNew: true });
    expect(afterOne.mean).toBeCloseTo(92 / 21, 10);
    // The prior of the fifth is the mean of the four before it on this item: 3.75.
    expect(afterFive).toMatchObject({ count: 5, isNew: false });
    expect(afterFive.mean).toBeCloseTo((20 * 3.75 + 20) / 25, 10);
  });

  it('counts a visit once: the second review is refused and changes nothing', async () => {
    const { bookingId, client, provider } = await buildDoneScene();
    await submitReview(client, { bookingId, rating: 5 });
    const before = await ratingOf(provider.id);

    const again = await submitReview(client, { bookingId, rating: 1 });

    expect(again).toMatchObject({ __typename: 'ReviewNotAllowedError', code: 'ALREADY_REVIEWED' });
    expect(await ratingOf(provider.id)).toEqual(before);
  });

  it('of ten reviews of one visit at once writes one', async () => {
    const { bookingId, client, provider } = await buildDoneScene();

    const outcomes = await Promise.all(Array.from({ length: 10 }, () => submitReview(client, { bookingId })));

    expect(outcomes.filter(({ __typename }) => __typename === 'ReviewSubmitted')).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'ALREADY_REVIEWED')).toHaveLength(9);
    expect((await ratingOf(provider.id)).count).toBe(1);
  });

  it('counts reviews of different visits sent at once, all of them', async () => {
    const scene = await buildBookingScene(api);
    const visits = await Promise.all(
      [1, 2, 3, 4].map(async (day) => {
        const neighbour = await buildNeighbour(api, scene);
        const startsAt = new Date(TEST_NOW.getTime() - day * DAY_MINUTES * 60_000);
        const { bookingId } = await buildDoneScene(
          { household: neighbour.account.id, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) },
          scene,
        );
        return { client: neighbour.client, bookingId };
      }),
    );

    await Promise.all(visits.map(({ client, bookingId }) => submitReview(client, { bookingId, rating: 3 })));

    expect(await ratingOf(scene.provider.id)).toMatchObject({ count: 4 });
    expect(
      await api.sql('select rating_sum as sum, rating_sum_of_squares as squares from provider where id = $1', [
        scene.provider.id,
      ]),
    ).toEqual([{ sum: 12, squares: 36 }]);
  });

  it('is open for fourteen days after the visit', async () => {
    const early = await buildDoneScene();
    const late = await buildDoneScene();

    api.clock.advanceMinutes(14 * DAY_MINUTES - 61);
    const inTime = await submitReview(await api.as(early.household), { bookingId: early.bookingId });
    api.clock.advanceMinutes(1);
    const tooLate = await submitReview(await api.as(late.household), { bookingId: late.bookingId });

    expect(inTime.__typename).toBe('ReviewSubmitted');
    expect(tooLate).toMatchObject({ __typename: 'ReviewNotAllowedError', code: 'NOT_OPEN' });
  });

  it.each([BookingState.CONFIRMED, BookingState.CANCELLED, BookingState.IN_PROGRESS, BookingState.NO_SHOW])(
    'is not open for a visit that is %s',
    async (state) => {
      const { bookingId, client } = await buildDoneScene({ state });

      expect(await submitReview(client, { bookingId })).toMatchObject({ code: 'NOT_OPEN' });
    },
  );

  it('treats the visit of another household like one that does not exist', async () => {
    const scene = await buildDoneScene();
    const { client } = await buildNeighbour(api, scene);

    const foreign = await submitReview(client, { bookingId: scene.bookingId });

    expect(foreign).toMatchObject({ __typename: 'ReviewNotAllowedError', code: 'UNKNOWN_BOOKING' });
    expect(foreign).toEqual(await submitReview(client, { bookingId: '01900000-0000-7000-8000-000000000000' }));
    expect(foreign).toEqual(await submitReview(client, { bookingId: 'nonsense' }));
    expect((await ratingOf(scene.provider.id)).count).toBe(0);
  });

  it('is not for the provider', async () => {
    const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
    const scene = await buildDoneScene({}, await buildBookingScene(api, { account: account.id }));

    expect(await submitReview(await api.as(account), { bookingId: scene.bookingId })).toMatchObject({
      code: 'UNKNOWN_BOOKING',
    });
  });

  it.each([
    { rating: 0 },
    { rating: 6 },
    { rating: 5, punctuality: 9 },
    { rating: 5, text: 'x'.repeat(2_001) },
    { rating: 5, text: 'a\u0000' },
  ])('refuses $rating, and stores nothing', async (input) => {
    const { bookingId, client, provider } = await buildDoneScene();

    await expect(submitReview(client, { bookingId, ...input })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await ratingOf(provider.id)).count).toBe(0);
  });

  it('pages through reviews, latest first, and refuses a cursor of somebody’s own making', async () => {
    const scene = await buildBookingScene(api);
    for (const [index, rating] of [1, 2, 3].entries()) {
      const startsAt = new Date(TEST_NOW.getTime() - (index + 1) * DAY_MINUTES * 60_000);
      const { bookingId } = await buildDoneScene({ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }, scene);
      await submitReview(scene.client, { bookingId, rating });
      api.clock.advanceMinutes(1);
    }
    const question =
      'query ($id: ID!, $after: String) { provider(id: $id) { reviews(first: 2, after: $after) { edges { node { rating } } pageInfo { hasNextPage endCursor } } } }';
    const page = async (
      after: string | null,
    ): Promise<{ edges: { node: { rating: number } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }> =>
      (
        await api
          .visitor()
          .ask<{ provider: { reviews: Awaited<ReturnType<typeof page>> } }>(question, { id: scene.provider.id, after })
      ).provider.reviews;

    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);

    expect([...first.edges, ...second.edges].map(({ node }) => node.rating)).toEqual([3, 2, 1]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    await expect(page('WyJuZXZlciIsIngiXQ')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });
});
