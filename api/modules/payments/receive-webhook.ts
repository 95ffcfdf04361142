import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { PaymentGateway } from '../../platform/payment-gateway.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';

/** Has a payment compared with what its gateway says of it. */
export const LOOK_AT_CHARGE = 'look-at-charge';

/**
 * Takes in a message of a gateway, once, however often and in whatever order they come: it only has the payment looked up. False
 * when it does not bear the gateway's signature.
 */
export async function receiveWebhook(
  { em, clock }: { readonly em: EntityManager; readonly clock: Clock },
  gateway: PaymentGateway,
  message: { readonly body: Buffer; readonly headers: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const reading = gateway.parseWebhook(message.body, message.headers);
  if (reading.kind === 'REFUSED') return false;
  const { eventId, type, chargeId } = reading;
  await inUnitOfWork(em, async (inner) => {
    const { rows } = await sql`
      insert into gateway_event (id, gateway, kind, charge_id, received_at)
      values (${eventId}, ${gateway.name}, ${type}, ${chargeId}, ${clock.now()})
      on conflict (id) do nothing returning id`.execute(inner.getKysely());
    if (rows.length === 0 || chargeId === null) return;
    await publish(inner, clock, [{ topic: LOOK_AT_CHARGE, payload: { gateway: gateway.name, chargeId } }]);
  });
  return true;
}
