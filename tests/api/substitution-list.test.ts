import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../api/kernel/local-date.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { buildAuditor, vote } from '../support/audit-scene.ts';
import { acceptRequest, confirmBooking, holdSlot, releaseHold } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { listUnqualifiedVisits } from '../support/qualified-bookings.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const LIST = `query ($first: Int, $after: String) { substitutionList(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { daysLeft credentialState validUntil renewalState credentialType { code } booking { id } } } } }`;
const DAY_MS = 86_400_000;

interface Listed {
  readonly daysLeft: number;
  readonly credentialState: string | null;
  readonly renewalState: string | null;
  readonly booking: { readonly id: string };
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const list = async (): Promise<Listed[]> => {
  const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
  const { substitutionList } = await operator.ask<{ substitutionList: { edges: { node: Listed }[] } }>(LIST, {
    first: 100,
  });
  return substitutionList.edges.map(({ node }) => node);
};

interface QualifiedScene {
  readonly scene: BookingScene;
  readonly typeId: string;
  readonly credentialId: string;
}

async function buildScene(validUntil = '2027-12-31', instantBooking = true): Promise<QualifiedScene> {
  const code = `LICENCE_${randomUUID().slice(0, 8).toUpperCase().replace(/-/g, '')}`;
  const item = await buildServiceItem(api.em, { requiredCredentialCodes: [code] });
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, {
    items: [item],
    qualified: false,
    account: account.id,
    instantBooking,
  });
  const type = await buildCredentialType(api.em, { code });
  const credential = await buildCredential(api.em, { provider: scene.provider.id, type: type.id, validUntil });
  return { scene, typeId: type.id, credentialId: credential.id };
}

async function book({ scene }: QualifiedScene, date: string, client = scene.client): Promise<string> {
  const held = await holdSlot(client, scene.wish({ start: `${date}T10:00:00.000Z` }));
  if (held.__typename !== 'Hold') return held.__typename;
  const confirmed = await confirmBooking(client, { bookingId: held.booking!.id, idempotencyKey: randomUUID() });
  return confirmed.__typename === 'BookingConfirmed' ? held.booking!.id : confirmed.__typename;
}

const endOn = (credentialId: string, day: string): Promise<unknown> =>
  api.sql('update credential set valid_until = $2 where id = $1', [credentialId, day]);

describe('confirming', () => {
  it('checks again whether the credentials hold on the day of the visit', async () => {
    const made = await buildScene();
    const { scene, credentialId } = made;
    const held = await holdSlot(scene.client, scene.wish());
    await api.sql(`update credential set state = 'REVOKED' where id = $1`, [credentialId]);

    const outcome = await confirmBooking(scene.client, { bookingId: held.booking!.id, idempotencyKey: randomUUID() });

    expect(outcome).toMatchObject({ __typename: 'NotBookableError', code: 'NOT_BOOKABLE' });
    expect(await api.sql('select state from booking where id = $1', [held.booking!.id])).toEqual([{ state: 'HELD' }]);
    expect(await api.sql('select 1 from payment where reference = $1', [held.booking!.id])).toEqual([]);
  });

  it('keeps a provider from accepting what they are no longer qualified for', async () => {
    const made = await buildScene('2027-12-31', false);
    const bookingId = await book(made, '2027-03-15');
    await endOn(made.credentialId, '2027-03-14');
    const provider = await api.as({ id: made.scene.provider.account! });

    expect(await acceptRequest(provider, bookingId)).toMatchObject({ code: 'NOT_QUALIFIED' });
    expect((await list()).map(({ booking }) => booking.id)).toContain(bookingId);
    await endOn(made.credentialId, '2027-03-15');
    expect((await acceptRequest(provider, bookingId)).__typename).toBe('RequestAnswered');
  });
});

describe('substitutionList', () => {
  it('has a visit beyond an end that is at most 14 days off, and no other', async () => {
    const made = await buildScene();
    const bookingId = await book(made, '2027-04-05');
    const isListed = async (): Promise<boolean> => (await list()).some(({ booking }) => booking.id === bookingId);

    expect(await isListed()).toBe(false);
    await endOn(made.credentialId, '2027-03-25');
    expect(await isListed()).toBe(false);
    await endOn(made.credentialId, '2027-03-24');
    expect(await isListed()).toBe(true);
    await endOn(made.credentialId, '2027-04-05');
    expect(await isListed()).toBe(false);
  });

  it('shows what became of the credential, how long there is, and a renewal on its way that takes the visit off again', async () => {
    const made = await buildScene();
    const bookingId = await book(made, '2027-03-20');
    await api.sql(`update credential set state = 'REVOKED' where id = $1`, [made.credentialId]);
    const renewal = await buildCredential(api.em, {
      provider: made.scene.provider.id,
      type: made.typeId,
      state: CredentialState.SUBMITTED,
    });
    const entry = async (): Promise<Listed | undefined> =>
      (await list()).find(({ booking }) => booking.id === bookingId);

    expect(await entry()).toMatchObject({ daysLeft: 10, credentialState: 'REVOKED', renewalState: 'SUBMITTED' });
    await vote(await buildAuditor(api), renewal.id);
    expect(await entry()).toBeUndefined();
  });

  it.each([
    ['begins after the visit', '2027-04-20', '2027-12-31'],
    ['ends before the visit, later than 14 days from now', '2027-03-01', '2027-03-30'],
  ])('has a visit at once whose credential was taken back while another %s', async (_what, validFrom, validUntil) => {
    const made = await buildScene();
    const bookingId = await book(made, '2027-04-05');
    await api.sql(`update credential set state = 'REVOKED' where id = $1`, [made.credentialId]);
    await buildCredential(api.em, { provider: made.scene.provider.id, type: made.typeId, validFrom, validUntil });

    expect((await list()).map(({ booking }) => booking.id)).toContain(bookingId);
  });

  it('is for operators alone', async () => {
    expect((await api.visitor().send(LIST)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of Object.values(Role)) {
      const client = await api.as(await buildAccount(api.em, { roles: [role] }));
      const code = (await client.send(LIST)).errors[0]?.extensions.code;
      expect(code).toBe(role === Role.OPERATOR ? undefined : 'FORBIDDEN');
    }
  });
});

describe('whatever happens', () => {
  type Step =
    | { readonly act: 'wait'; readonly days: number }
    | { readonly act: 'book'; readonly ahead: number; readonly holdFor: number }
    | { readonly act: 'renew'; readonly from: number; readonly months: number }
    | { readonly act: 'revoke' };

  const anyStep: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }),
    fc.record({
      act: fc.constant('book' as const),
      ahead: fc.integer({ min: 1, max: 45 }),
      // Minutes between hold and confirmation.
      holdFor: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({
      act: fc.constant('renew' as const),
      from: fc.integer({ min: -20, max: 20 }),
      months: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ act: fc.constant('revoke' as const) }),
  );

  it('no agreed visit lies beyond a credential it depends on, unless that was taken back: then operators have it on the list', async () => {
    let booked = 0;
    let endangered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: 40 }),
        fc.array(anyStep, { minLength: 4, maxLength: 12 }),
        async (days, steps) => {
          api.clock.set(TEST_NOW);
          // Each life is judged by its own visits, also the next smaller one after one that failed.
          await api.sql(`update booking set state = 'CANCELLED'`);
          const made = await buildScene(addDays('2027-03-10', days));
          let isRevoked = false;
          const today = (): string => api.clock.now().toISOString().slice(0, 10);
          for (const step of steps) {
            const household = await api.as(made.scene.household);
            if (step.act === 'wait') api.clock.set(new Date(api.clock.now().getTime() + step.days * DAY_MS));
            if (step.act === 'revoke') {
              await api.sql(`update credential set state = 'REVOKED' where provider_id = $1 and state = 'APPROVED'`, [
                made.scene.provider.id,
              ]);
              isRevoked = true;
            }
            if (step.act === 'renew') {
              const from = addDays(today(), step.from);
              await buildCredential(api.em, {
                provider: made.scene.provider.id,
                type: made.typeId,
                validFrom: from,
                validUntil: addDays(from, step.months * 30),
              });
            }
            if (step.act === 'book') {
              const start = `${addDays(today(), step.ahead)}T10:00:00.000Z`;
              const held = await holdSlot(household, made.scene.wish({ start }));
              api.clock.advanceMinutes(step.holdFor);
              if (held.booking) {
                const confirmed = await confirmBooking(household, {
                  bookingId: held.booking.id,
                  idempotencyKey: randomUUID(),
                });
                if (confirmed.__typename === 'BookingConfirmed') booked += 1;
                else await releaseHold(household, held.booking.id);
              }
            }

            const unqualified = await listUnqualifiedVisits(api);
            if (!isRevoked) expect(unqualified).toEqual([]);
            endangered += unqualified.length;
            const listed = new Set((await list()).map(({ booking }) => booking.id));
            expect(unqualified.filter((id) => !listed.has(id))).toEqual([]);
          }
        },
      ),
      { numRuns: 30 },
    );

    // The lives were eventful enough to say something.
    expect(booked).toBeGreaterThan(10);
    expect(endangered).toBeGreaterThan(0);
  }, 180_000);
});
