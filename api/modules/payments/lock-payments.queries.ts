import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { PaymentRow } from './payments.service.ts';

/** Payments of the references, in order of the reference and locked until the transaction of `em` ends. */
export async function lockPayments(
  em: EntityManager,
  references: readonly string[],
): Promise<readonly (PaymentRow & { readonly updatedAt: Date })[]> {
  const { rows } = await sql<PaymentRow & { readonly updatedAt: Date }>`
    select reference, gateway, gateway_id as "gatewayId", status, currency, amount, captured, refunded, updated_at as "updatedAt"
    from payment where reference = any(${references}) order by reference for update`.execute(em.getKysely());
  return rows;
}
