import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { AuthorizeOutcome, PaymentGateway } from './payment-gateway.ts';
import type { PaymentStatus } from './payment.entity.ts';
import { PAYMENT_SETTLED } from './payments.events.ts';
import { SandboxGateway } from './sandbox-gateway.ts';

export interface PaymentRow {
  readonly reference: string;
  readonly gatewayId: string;
  readonly status: PaymentStatus;
  readonly currency: string;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
}

/** The gateway of this installation. */
export function openGateway(em: EntityManager, clock: Clock): PaymentGateway {
  return new SandboxGateway(em.fork(), clock);
}

/** Asks the bank for the money of a reference. Outside any transaction; `idempotencyKey` comes from the business row. */
export async function authorizePayment(
  gateway: PaymentGateway,
  order: { readonly idempotencyKey: string; readonly paymentMethod: string; readonly total: Money },
): Promise<AuthorizeOutcome> {
  return gateway.authorize({
    idempotencyKey: order.idempotencyKey,
    paymentMethod: order.paymentMethod,
    amount: order.total.amount,
    currency: order.total.currency,
  });
}

/** Writes an authorisation down in the transaction of `em`, together with what it is for. */
export async function recordAuthorization(
  em: EntityManager,
  clock: Clock,
  payment: { readonly reference: string; readonly gateway: string; readonly gatewayId: string; readonly total: Money },
): Promise<void> {
  const now = clock.now();
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
    select reference, gateway_id as "gatewayId", status, currency, amount, captured, refunded from payment where reference = any(${references})`.execute(
    em.getKysely(),
  );
  return rows;
}

/**
 * Leaves the household with having paid exactly `due` minor units for the reference: captures that much and lets go of
 * the rest, lets go of all, or gives back what was taken beyond it. Safe to repeat after a crash at any point.
 */
export async function settlePayment(em: EntityManager, clock: Clock, reference: string, due: number): Promise<void> {
  const payment = await findPayment(em, reference);
  if (payment === null || payment.status === 'VOIDED' || payment.status === 'DECLINED') return;
  const gateway = openGateway(em, clock);
  if (payment.status === 'AUTHORIZED') {
    if (due === 0) {
      await gateway.void(payment.gatewayId);
      await updatePayment(em, clock, reference, 'VOIDED', 0, 0);
    } else {
      await gateway.capture(payment.gatewayId, due);
      await updatePayment(em, clock, reference, 'CAPTURED', due, 0);
    }
    return;
  }
  const refunded = payment.captured - due;
  if (refunded <= payment.refunded) return;
  await gateway.refund(payment.gatewayId, refunded);
  await updatePayment(em, clock, reference, due === 0 ? 'REFUNDED' : 'PARTLY_REFUNDED', payment.captured, refunded);
}

async function updatePayment(
  em: EntityManager,
  clock: Clock,
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
