import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { confirmBooking, holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { ProviderOverrides } from '../support/builders/provider.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { act } from '../support/onboarding-operations.ts';
import { asOperator, buildApplicant } from '../support/onboarding-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  operator = await asOperator(api);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

interface WorkingScene extends BookingScene {
  readonly own: GraphQLClient;
}

/** A household, and an active provider who can sign in. */
async function buildWorkingScene(overrides: ProviderOverrides = {}): Promise<WorkingScene> {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: account.id, ...overrides });
  return { ...scene, own: await api.as(account) };
}

const suspend = (providerId: string, client = operator) =>
  act(client, 'suspendProvider', { providerId, reasonCode: 'SAFETY_CONCERN', note: 'We look into what was reported.' });
const statusOf = async (providerId: string): Promise<string> =>
  (await api.sql<{ status: string }>('select status from provider where id = $1', [providerId]))[0]!.status;
const confirm = (scene: BookingScene, bookingId: string) =>
  confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });

describe('a break', () => {
  it('stops new bookings and ends when its provider says so; what is agreed stays', async () => {
    const scene = await buildWorkingScene();
    const agreed = (await holdSlot(scene.client, scene.wish())).booking!.id;
    expect((await confirm(scene, agreed)).__typename).toBe('BookingConfirmed');

    expect(await act(scene.own, 'pauseMyProfile')).toMatchObject({ profile: { provider: { status: 'PAUSED' } } });
    expect(await act(scene.own, 'pauseMyProfile')).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    const later = scene.wish({ start: '2027-03-12T10:00:00.000Z' });
    expect(await holdSlot(scene.client, later)).toMatchObject({
      __typename: 'NotBookableError',
      reasons: [{ code: 'PROVIDER_NOT_ACTIVE' }],
    });
    expect(await api.sql('select state from booking where id = $1', [agreed])).toEqual([{ state: 'CONFIRMED' }]);

    expect(await act(scene.own, 'resumeMyProfile')).toMatchObject({ profile: { provider: { status: 'ACTIVE' } } });
    expect((await holdSlot(scene.client, scene.wish({ start: '2027-03-12T10:00:00.000Z' }))).__typename).toBe('Hold');
  });

  it('is not a way in for an applicant, nor a way out of a suspension', async () => {
    const applicant = await buildApplicant(api);
    const scene = await buildWorkingScene({ status: ProviderStatus.SUSPENDED });

    for (const client of [applicant.client, scene.own])
      for (const name of ['pauseMyProfile', 'resumeMyProfile'] as const)
        expect(await act(client, name)).toMatchObject({ __typename: 'ProviderNotMovedError' });
    expect(await statusOf(applicant.providerId)).toBe('APPLICANT');
    expect(await statusOf(scene.provider.id)).toBe('SUSPENDED');
  });
});

describe('a suspension', () => {
  it('holds at once, with its reason on record, told to the provider, and visits ahead on the list of substitutions', async () => {
    const scene = await buildWorkingScene();
    const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
    await confirm(scene, bookingId);

    expect(await suspend(scene.provider.id)).toMatchObject({ provider: { provider: { status: 'SUSPENDED' } } });

    expect(await holdSlot(scene.client, scene.wish({ start: '2027-03-12T10:00:00.000Z' }))).toMatchObject({
      __typename: 'NotBookableError',
    });
    const { myProfile } = await scene.own.ask<{ myProfile: { history: object[] } }>(
      '{ myProfile { history { act from to actorRole reason note } } }',
    );
    expect(myProfile.history).toEqual([
      {
        act: 'SUSPEND',
        from: 'ACTIVE',
        to: 'SUSPENDED',
        actorRole: 'OPERATOR',
        reason: 'A concern for safety is being looked into',
        note: 'We look into what was reported.',
      },
    ]);
    const { substitutionList } = await operator.ask<{ substitutionList: { edges: { node: object }[] } }>(
      '{ substitutionList(first: 100) { edges { node { reason credentialType { id } booking { id } } } } }',
    );
    expect(substitutionList.edges.map(({ node }) => node)).toContainEqual({
      reason: 'PROVIDER',
      credentialType: null,
      booking: { id: bookingId },
    });
    expect(await api.sql(`select action, reason from audit_entry where subject_id = $1`, [scene.provider.id])).toEqual([
      { action: 'provider.suspended', reason: 'SAFETY_CONCERN' },
    ]);
    expect(
      await api.sql(
        `select o.topic from outbox_message o join provider_transition t on t.id = (o.payload->>'transitionId')::uuid
         where t.provider_id = $1`,
        [scene.provider.id],
      ),
    ).toEqual([{ topic: 'provider.moved' }]);
  });

  it('is appealed once, upheld or lifted, and each step is in the history', async () => {
    const scene = await buildWorkingScene();
    const providerId = scene.provider.id;
    await suspend(providerId);

    expect(await act(operator, 'upholdSuspension', { providerId, reasonCode: 'NOTHING_NEW' })).toMatchObject({
      code: 'NOTHING_WAITS',
    });
    expect(await act(scene.own, 'appealSuspension', { text: '  ' })).toMatchObject({ code: 'EMPTY' });
    expect((await act(scene.own, 'appealSuspension', { text: 'It was not me.' })).__typename).toBe('ProviderMoved');
    expect(await act(scene.own, 'appealSuspension', { text: 'Again.' })).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
    expect((await act(operator, 'upholdSuspension', { providerId, reasonCode: 'CONCERN_CONFIRMED' })).__typename).toBe(
      'ProviderDecided',
    );
    expect(await statusOf(providerId)).toBe('SUSPENDED');
    await act(scene.own, 'appealSuspension', { text: 'Here is the proof.' });
    expect(await act(operator, 'reinstateProvider', { providerId, reasonCode: 'APPEAL_GRANTED' })).toMatchObject({
      provider: {
        awaitingSince: null,
        provider: { status: 'ACTIVE' },
        history: [
          { act: 'REINSTATE' },
          { act: 'APPEAL', note: 'Here is the proof.' },
          { act: 'UPHOLD' },
          { act: 'APPEAL', note: 'It was not me.' },
          { act: 'SUSPEND' },
        ],
      },
    });
  });

  it('is made once by two operators at once', async () => {
    const { provider } = await buildWorkingScene();

    const outcomes = await Promise.all([suspend(provider.id), suspend(provider.id, await asOperator(api))]);

    expect(outcomes.map(({ code, __typename }) => code ?? __typename).sort()).toEqual([
      'NOT_POSSIBLE_NOW',
      'ProviderDecided',
    ]);
  });

  it('keeps its provider from accepting a request; a break does not', async () => {
    const ACCEPT = `mutation ($id: ID!) { acceptRequest(bookingId: $id) { __typename ... on UserError { code } } }`;
    const suspended = await buildWorkingScene({ instantBooking: false });
    const paused = await buildWorkingScene({ instantBooking: false });
    const requests = [];
    for (const scene of [suspended, paused]) {
      const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
      await confirm(scene, bookingId);
      requests.push(bookingId);
    }
    await suspend(suspended.provider.id);
    await act(paused.own, 'pauseMyProfile');

    expect(await suspended.own.ask(ACCEPT, { id: requests[0] })).toEqual({
      acceptRequest: { __typename: 'RequestNotOpenError', code: 'SUSPENDED' },
    });
    expect(await paused.own.ask(ACCEPT, { id: requests[1] })).toEqual({
      acceptRequest: { __typename: 'RequestAnswered' },
    });
  });
});
