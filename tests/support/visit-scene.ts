import { Role } from '../../api/modules/accounts/index.ts';
import { authorizePayment, openGateway, recordAuthorization } from '../../api/modules/payments/index.ts';
import { visitCodeOf } from '../../api/modules/bookings/visit-code.ts';
import { buildBookingScene } from './booking-scene.ts';
import type { BookingScene } from './booking-scene.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildBooking } from './builders/booking.builder.ts';
import type { BookingOverrides } from './builders/booking.builder.ts';
import type { ProviderOverrides } from './builders/provider.builder.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';
import { TEST_VAULT } from './test-keys.ts';
import { take } from './visit-operations.ts';
import type { StepOutcome, VisitStep } from './visit-operations.ts';

/** When the visit of the scene begins: two hours, for £60. */
const VISIT_START = new Date('2027-03-12T10:00:00Z');

export interface VisitScene extends BookingScene {
  readonly bookingId: string;
  readonly code: string;
  readonly asProvider: GraphQLClient;
  byProvider(step: VisitStep, input?: Readonly<Record<string, unknown>>): Promise<StepOutcome>;
  byHousehold(step: VisitStep, input?: Readonly<Record<string, unknown>>): Promise<StepOutcome>;
  /** Has the provider begin with the right code. */
  begin(): Promise<StepOutcome>;
}

/** An agreed and authorised visit, and both who take part in it. The clock is the caller's business. */
export async function buildVisitScene(
  api: TestApi,
  overrides: BookingOverrides = {},
  provider: ProviderOverrides = {},
): Promise<VisitScene> {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: account.id, ...provider });
  const booking = await buildBooking(api.em, {
    provider: scene.provider,
    household: scene.household.id,
    startsAt: VISIT_START,
    ...overrides,
  });
  await authorize(api, booking.id, booking.storedQuote);
  const asProvider = await api.as(account);
  const code = visitCodeOf(TEST_VAULT, booking.id);
  const by =
    (client: GraphQLClient) =>
    async (step: VisitStep, input: Readonly<Record<string, unknown>> = {}): Promise<StepOutcome> =>
      take(client, step, { bookingId: booking.id, ...input });
  const byProvider = by(asProvider);
  return {
    ...scene,
    bookingId: booking.id,
    code,
    asProvider,
    byProvider,
    byHousehold: by(scene.client),
    begin: async () => byProvider('startVisit', { code }),
  };
}

/** Has the sandbox's bank promise that much for the reference. */
export async function authorize(
  api: TestApi,
  reference: string,
  { total, currency }: { readonly total: number; readonly currency: string },
): Promise<void> {
  const paying = { em: api.em, clock: api.clock, stripe: null };
  const gateway = openGateway(paying);
  const outcome = await authorizePayment(paying, gateway, {
    idempotencyKey: reference,
    paymentMethod: 'sandbox_visa',
    total: { amount: total, currency },
    returnUrl: null,
  });
  if (outcome.kind !== 'AUTHORIZED') throw new Error('not authorised');
  await recordAuthorization(api.em, api.clock, {
    reference,
    gateway: gateway.name,
    gatewayId: outcome.gatewayId,
    total: { amount: total, currency },
  });
}

/** Minutes after the start of the scene's visit. */
export function minutesIn(minutes: number): Date {
  return new Date(VISIT_START.getTime() + minutes * 60_000);
}
