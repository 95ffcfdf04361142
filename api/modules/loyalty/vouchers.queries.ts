import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** A visit that ended without a price frees the voucher it had; so does a hold that ran out. */
const isFree: RawBuilder<unknown> = sql`(v.used_for_id is null or exists (select from booking b where b.id = v.used_for_id
  and (b.state in ('EXPIRED', 'DECLINED') or b.state = 'CANCELLED' and coalesce(b.cancellation_fee_amount, 0) = 0)))`;

interface Taking {
  readonly voucherId: string;
  readonly householdId: string;
  readonly bookingId: string;
  readonly currency: string;
  readonly now: Date;
}

/** Lets a booking have a voucher, in one statement. Resolves to its minor units; null where it is not to be had. */
export async function takeVoucher(em: EntityManager, taking: Taking): Promise<number | null> {
  const { rows } = await sql<{ amount: number }>`
    update voucher v set used_for_id = ${taking.bookingId}
    where v.id = ${taking.voucherId} and v.household_id = ${taking.householdId} and v.currency = ${taking.currency}
      and v.expires_at > ${taking.now} and (v.used_for_id = ${taking.bookingId} or ${isFree})
    returning v.amount_minor as amount`.execute(em.getKysely());
  return rows[0]?.amount ?? null;
}

/** Takes from a booking every voucher but that one. */
export async function giveBackVouchers(em: EntityManager, bookingId: string, but: string | null): Promise<void> {
  await sql`
    update voucher set used_for_id = null
    where used_for_id = ${bookingId} and (${but}::uuid is null or id <> ${but}::uuid)`.execute(em.getKysely());
}

/** Ids of what a household can still use, or has put on a hold that lives; what ends first comes first. */
export async function listUsableVouchers(em: EntityManager, householdId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select v.id from voucher v where v.household_id = ${householdId} and v.expires_at > ${now}
      and (${isFree} or exists (select from booking b where b.id = v.used_for_id and b.state = 'HELD'))
    order by v.expires_at, v.id limit 100`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
