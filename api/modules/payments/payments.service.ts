import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { GatewayError } from '../../platform/payment-gateway.ts';
import type { AuthorizeOutcome, PaymentGateway } from '../../platform/payment-gateway.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { PaymentStatus } from './payment.entity.ts';
import { answerAttempt, emptyAttempt, giveUpAttempt, openAttempt, recordAttempt } from './payment-attempts.ts';
import { PAYMENT_LOST, PAYMENT_SETTLED } from './payments.events.ts';
import { SandboxGateway } from './sandbox-gateway.ts';

/** What paying needs of a request or of a job. */
export interface Paying {
  readonly em: EntityManager;
  readonly clock: Clock;
  /** Null where the sandbox takes all payments. */
  readonly stripe: PaymentGateway | null;
}

export interface PaymentRow {
  readonly reference: string;
  readonly gateway: string;
  readonly gatewayId: string;
  readonly status: PaymentStatus;
  readonly currency: string;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
}

/** The gateway that new payments of this installation go to. */
export function openGateway({ em, clock, stripe }: Paying): PaymentGateway {
  return stripe ?? new SandboxGateway(em.fork(), clock);
}

/** The gateway that a payment was made at. */
export function gatewayNamed({ em, clock, stripe }: Paying, name: string): PaymentGateway {
  if (name === 'sandbox') return new SandboxGateway(em.fork(), clock);
  if (name === stripe?.name) return stripe;
  throw new Error(`The gateway ${name} is not configured, and payments were made at it`);
}

/** What is said of an order that was given up while nobody knew what became of it. */
const GIVEN_UP: AuthorizeOutcome = { kind: 'DECLINED', declineCode: 'expired' };

/**
 * Asks the bank for money. Outside any transaction; `idempotencyKey` comes from the business row. The order is written down before,
 * so that it is let go of should nothing come to stand on it.
 */
export async function authorizePayment(
  { em, clock }: Paying,
  gateway: PaymentGateway,
  order: {
    readonly idempotencyKey: string;
    readonly paymentMethod: string;
    readonly total: Money;
    /** Where whoever pays comes back to; null where nobody is there. */
    readonly returnUrl: string | null;
  },
): Promise<AuthorizeOutcome> {
  const { idempotencyKey, paymentMethod, returnUrl, total } = order;
  const asked = { idempotencyKey, amount: total.amount, currency: total.currency };
  if (!(await openAttempt(em, clock, { ...asked, gateway: gateway.name }))) return GIVEN_UP;
  const outcome = await gateway.authorize({ ...asked, paymentMethod, returnUrl });
  if (await answerAttempt(em, clock, idempotencyKey, outcome)) return outcome;
  if (outcome.kind !== 'DECLINED') await gateway.void(outcome.gatewayId);
  return GIVEN_UP;
}

/** Lets go of what was authorised for something that came to nothing after all. */
export async function letGoOfPayment(
  paying: Paying,
  gateway: PaymentGateway,
  outcome: AuthorizeOutcome | null,
): Promise<void> {
  if (outcome?.kind !== 'AUTHORIZED') return;
  const { gatewayId } = outcome;
  const attempt = await giveUpAttempt(paying.em, paying.clock, { gateway: gateway.name, gatewayId });
  const charge = attempt === null ? null : await gateway.lookup(gatewayId);
  if (attempt !== null && charge !== null) await emptyAttempt(paying, gateway, attempt, charge);
}

/**
 * Writes an authorisation down in the transaction of `em`, together with what it is for.
 * @throws AuthorizationLetGo when it was given up meanwhile.
 */
export async function recordAuthorization(
  em: EntityManager,
  clock: Clock,
  payment: { readonly reference: string; readonly gateway: string; readonly gatewayId: string; readonly total: Money },
): Promise<void> {
  const now = clock.now();
  await recordAttempt(em, clock, payment.gateway, payment.gatewayId);
  await sql`
    insert into payment (id, reference, gateway, gateway_id, status, currency, amount, created_at, updated_at)
    values (${newId()}, ${payment.reference}, ${payment.gateway}, ${payment.gatewayId}, 'AUTHORIZED', ${payment.total.currency}, ${payment.total.amount}, ${now}, ${now})`.execute(
    em.getKysely(),
  );
}

async function findPayment(em: EntityManager, reference: string): Promise<PaymentRow | null> {
  return (await listPayments(em, [reference]))[0] ?? null;
}

/** Payments of the references, in one statement. */
export async function listPayments(em: EntityManager, references: readonly string[]): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select reference, gateway, gateway_id as "gatewayId", status, currency, amount, captured, refunded from payment where reference = any(${references})`.execute(
    em.getKysely(),
  );
  return rows;
}

/**
 * Leaves the household with having paid exactly `due` minor units for the reference: captures that much and lets go of
 * the rest, lets go of all, or gives back what was taken beyond it. Safe to repeat after a crash at any point.
 */
export async function settlePayment(paying: Paying, reference: string, due: number): Promise<void> {
  const payment = await findPayment(paying.em, reference);
  if (payment === null || payment.status === 'DECLINED') return;
  if (payment.status === 'VOIDED') {
    if (due > 0) await loseMoney(paying, payment, due);
    return;
  }
  const gateway = gatewayNamed(paying, payment.gateway);
  if (payment.status === 'AUTHORIZED') {
    if (due === 0) {
      await gateway.void(payment.gatewayId);
      await updatePayment(paying, reference, 'VOIDED', 0, 0);
    } else {
      await capture(paying, gateway, payment, due);
    }
    return;
  }
  const refunded = payment.captured - due;
  if (refunded <= payment.refunded) return;
  await gateway.refund(payment.gatewayId, refunded);
  await updatePayment(paying, reference, due === 0 ? 'REFUNDED' : 'PARTLY_REFUNDED', payment.captured, refunded);
}

async function capture(paying: Paying, gateway: PaymentGateway, payment: PaymentRow, due: number): Promise<void> {
  try {
    await gateway.capture(payment.gatewayId, due);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.failure !== 'REFUSED') throw error;
    const charge = await gateway.lookup(payment.gatewayId);
    if (charge?.status !== 'VOIDED' && charge?.status !== 'DECLINED') throw error;
    await loseMoney(paying, payment, due);
    return;
  }
  await updatePayment(paying, payment.reference, 'CAPTURED', due, 0);
}

/** The bank no longer stands by what it had promised: somebody has to see to what is owed. */
async function loseMoney({ em, clock }: Paying, payment: PaymentRow, due: number): Promise<void> {
  await inUnitOfWork(em, async (inner) => {
    const { rows } = await sql`
      update payment set status = 'DECLINED', updated_at = ${clock.now()}
      where reference = ${payment.reference} and status = ${payment.status} returning id`.execute(inner.getKysely());
    if (rows.length === 0) return;
    await publish(inner, clock, [{ topic: PAYMENT_LOST, payload: { reference: payment.reference, due } }]);
  });
}

async function updatePayment(
  { em, clock }: Paying,
  reference: string,
  status: PaymentStatus,
  captured: number,
  refunded: number,
): Promise<void> {
  await inUnitOfWork(em, async (inner) => {
    await sql`
      update payment set status = ${status}, captured = ${captured}, refunded = ${refunded}, updated_at = ${clock.now()} where reference = ${reference}`.execute(
      inner.getKysely(),
    );
    await publish(inner, clock, [{ topic: PAYMENT_SETTLED, payload: { reference } }]);
  });
}
