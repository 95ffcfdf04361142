import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { AuthorizeOutcome, GatewayCharge, PaymentGateway } from '../../platform/payment-gateway.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { AttemptStatus } from './payment-attempt.entity.ts';

/** Has an attempt looked at that may have been forgotten. */
export const LOOK_AT_ATTEMPT = 'look-at-attempt';

const MINUTE_MS = 60_000;
/** Whoever gave the order has so long to say what becomes of it. */
export const FORGOTTEN_AFTER_MS = MINUTE_MS;
/** And so long where people take a step at their bank meanwhile. */
export const STEP_FORGOTTEN_AFTER_MS = 20 * MINUTE_MS;
/** An order that nothing is known of may still be on its way so long. */
export const GIVEN_UP_AFTER_MS = 60 * MINUTE_MS;

const COLUMNS = sql`id, idempotency_key as "idempotencyKey", gateway, status, gateway_id as "gatewayId", (extract(epoch from created_at) * 1000)::float8 as "createdMs"`;

export interface AttemptRow {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly gateway: string;
  readonly status: AttemptStatus;
  readonly gatewayId: string | null;
  /** Epoch milliseconds. */
  readonly createdMs: number;
}

/** Undoes whatever was to stand on an authorisation that was let go of meanwhile. */
export class AuthorizationLetGo extends Error {}

/**
 * Writes down that a gateway is about to be asked, and has that looked at a minute later. Not inside a transaction: it must be
 * there whatever becomes of the process. False when nobody may ask any more with this key.
 */
export async function openAttempt(
  em: EntityManager,
  clock: Clock,
  order: {
    readonly idempotencyKey: string;
    readonly gateway: string;
    readonly amount: number;
    readonly currency: string;
  },
): Promise<boolean> {
  return inUnitOfWork(em, async (inner) => {
    const now = clock.now();
    const id = newId();
    const { rows } = await sql<{ id: string }>`
      insert into payment_attempt (id, idempotency_key, gateway, status, currency, amount, created_at, updated_at)
      values (${id}, ${order.idempotencyKey}, ${order.gateway}, 'OPEN', ${order.currency}, ${order.amount}, ${now}, ${now})
      on conflict (idempotency_key) do nothing returning id`.execute(inner.getKysely());
    if (rows.length > 0) {
      await lookLater(inner, clock, id, FORGOTTEN_AFTER_MS);
      return true;
    }
    const known = await findAttempt(inner, sql`idempotency_key = ${order.idempotencyKey}`);
    return known !== null && known.status !== 'LETTING_GO' && known.status !== 'LET_GO';
  });
}

/** Writes down what the gateway said. False when the attempt was given up while it was asked. */
export async function answerAttempt(
  em: EntityManager,
  clock: Clock,
  idempotencyKey: string,
  outcome: AuthorizeOutcome,
): Promise<boolean> {
  const gatewayId = outcome.kind === 'DECLINED' ? null : outcome.gatewayId;
  const { rows } = await sql`
    update payment_attempt
    set status = case when status = 'RECORDED' then status else ${outcome.kind} end, gateway_id = ${gatewayId}, updated_at = ${clock.now()}
    where idempotency_key = ${idempotencyKey} and status in ('OPEN', 'AUTHORIZED', 'ACTION_REQUIRED', 'DECLINED', 'RECORDED')
    returning id`.execute(em.getKysely());
  return rows.length > 0;
}

/** In the transaction that makes what was paid for stand. @throws AuthorizationLetGo when the money was given up meanwhile. */
export async function recordAttempt(
  em: EntityManager,
  clock: Clock,
  gateway: string,
  gatewayId: string,
): Promise<void> {
  const { rows } = await sql`
    update payment_attempt set status = 'RECORDED', updated_at = ${clock.now()}
    where gateway = ${gateway} and gateway_id = ${gatewayId} and status in ('AUTHORIZED', 'ACTION_REQUIRED')
    returning id`.execute(em.getKysely());
  if (rows.length === 0) throw new AuthorizationLetGo('the authorisation was let go of meanwhile');
}

/** From here on nobody can have the attempt; null when it is wanted after all, or nothing is held for it. */
export async function giveUpAttempt(
  em: EntityManager,
  clock: Clock,
  which: { readonly id: string } | { readonly gateway: string; readonly gatewayId: string },
): Promise<AttemptRow | null> {
  const condition =
    'id' in which ? sql`id = ${which.id}` : sql`gateway = ${which.gateway} and gateway_id = ${which.gatewayId}`;
  const { rows } = await sql<AttemptRow>`
    update payment_attempt set status = 'LETTING_GO', updated_at = ${clock.now()}
    where ${condition} and status in ('OPEN', 'AUTHORIZED', 'ACTION_REQUIRED', 'LETTING_GO')
    returning ${COLUMNS}`.execute(em.getKysely());
  return rows[0] ?? null;
}

/** Lets go of whatever the gateway holds for an attempt that was given up, and says so. */
export async function emptyAttempt(
  { em, clock }: { readonly em: EntityManager; readonly clock: Clock },
  gateway: PaymentGateway,
  attempt: Pick<AttemptRow, 'id'>,
  charge: GatewayCharge,
): Promise<void> {
  const { status, gatewayId, captured } = charge;
  if (status === 'AUTHORIZED' || status === 'ACTION_REQUIRED') await gateway.void(gatewayId);
  if (status === 'CAPTURED') await gateway.refund(gatewayId, captured);
  await closeAttempt(em, clock, attempt.id, gatewayId);
}

export async function closeAttempt(
  em: EntityManager,
  clock: Clock,
  id: string,
  gatewayId: string | null,
): Promise<void> {
  await sql`
    update payment_attempt set status = 'LET_GO', gateway_id = ${gatewayId}, updated_at = ${clock.now()}
    where id = ${id} and status = 'LETTING_GO'`.execute(em.getKysely());
}

/** Has the attempt looked at when it is so old. */
export async function lookLater(em: EntityManager, clock: Clock, id: string, inMs: number): Promise<void> {
  const dueAt = new Date(clock.now().getTime() + inMs);
  await publish(em, clock, [{ topic: LOOK_AT_ATTEMPT, payload: { attemptId: id }, dueAt }]);
}

export async function findAttempt(em: EntityManager, condition: ReturnType<typeof sql>): Promise<AttemptRow | null> {
  const { rows } = await sql<AttemptRow>`select ${COLUMNS} from payment_attempt where ${condition}`.execute(
    em.getKysely(),
  );
  return rows[0] ?? null;
}
