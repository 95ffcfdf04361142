import { sql } from 'kysely';
import { publish } from '../../platform/outbox.ts';
import type { GatewayCharge } from '../../platform/payment-gateway.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { PaymentStatus } from './payment.entity.ts';
import { PAYMENT_SETTLED } from './payments.events.ts';
import { gatewayNamed } from './payments.service.ts';
import type { Paying } from './payments.service.ts';

interface KnownPayment {
  readonly reference: string;
  readonly status: PaymentStatus;
  readonly captured: number;
  readonly refunded: number;
}

/**
 * Writes down what a gateway did of its own accord, or on somebody's word there: let go of the money, took it, gave it back. What
 * changes in our books meanwhile stands.
 */
export async function refreshPayment(paying: Paying, gateway: string, chargeId: string): Promise<void> {
  const { em, clock } = paying;
  const { rows } = await sql<KnownPayment>`
    select reference, status, captured, refunded from payment where gateway = ${gateway} and gateway_id = ${chargeId}`.execute(
    em.getKysely(),
  );
  const [known] = rows;
  if (known === undefined) return;
  const charge = await gatewayNamed(paying, gateway).lookup(chargeId);
  const status = charge === null ? null : statusOf(charge);
  if (charge === null || status === null) return;
  await inUnitOfWork(em, async (inner) => {
    const { rows: changed } = await sql`
      update payment set status = ${status}, captured = ${charge.captured}, refunded = ${charge.refunded}, updated_at = ${clock.now()}
      where reference = ${known.reference} and (status, captured, refunded) = (${known.status}, ${known.captured}, ${known.refunded})
        and status <> 'DECLINED' and (status, captured, refunded) <> (${status}, ${charge.captured}, ${charge.refunded})
      returning id`.execute(inner.getKysely());
    if (changed.length > 0)
      await publish(inner, clock, [{ topic: PAYMENT_SETTLED, payload: { reference: known.reference } }]);
  });
}

/** Null where the gateway's word changes nothing in our books. */
function statusOf({ status, captured, refunded }: GatewayCharge): PaymentStatus | null {
  if (status === 'ACTION_REQUIRED') return null;
  if (status === 'DECLINED') return 'VOIDED';
  if (status !== 'CAPTURED' || refunded === 0) return status;
  return refunded === captured ? 'REFUNDED' : 'PARTLY_REFUNDED';
}
