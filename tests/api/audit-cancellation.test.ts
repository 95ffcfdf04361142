import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { readLog } from '../support/audit-operations.ts';
import { cancelBooking } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let operator: GraphQLClient;

beforeAll(async () => {
  api = await startTestApi();
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
});
afterAll(() => api.close());

async function cancelled(by: 'operator' | 'household', state = BookingState.CONFIRMED) {
  const scene = await buildBookingScene(api);
  const { id } = await buildBooking(api.em, { provider: scene.provider, household: scene.household.id, state });
  const client = by === 'operator' ? operator : scene.client;
  await cancelBooking(client, { bookingId: id, reason: 'Asked for by phone', idempotencyKey: randomUUID() });
  const { data } = await readLog(operator, { subjectId: id });
  return data!.auditLog.edges.map(({ node }) => node);
}

describe('a cancellation, in the audit log', () => {
  it('is there once when an operator calls the visit off', async () => {
    expect(await cancelled('operator')).toEqual([
      expect.objectContaining({
        action: 'booking.cancelled-by-operator',
        actorRoles: ['OPERATOR'],
        reason: 'Asked for by phone',
        beforeHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        afterHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ]);
  });

  it('is not there when nothing was cancelled', async () => {
    expect(await cancelled('operator', BookingState.COMPLETED)).toEqual([]);
  });

  it("is not there for the household's own", async () => {
    expect(await cancelled('household')).toEqual([]);
  });
});
