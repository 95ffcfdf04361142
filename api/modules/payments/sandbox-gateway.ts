import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { required } from '../../kernel/required.ts';
import { isId, newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { GatewayError, requireAmount } from '../../platform/payment-gateway.ts';
import type {
  AuthorizeOrder,
  AuthorizeOutcome,
  ChargeStatus,
  GatewayCharge,
  PaymentGateway,
  SaveCardOrder,
  SaveCardOutcome,
  TransferOrder,
  WebhookReading,
} from '../../platform/payment-gateway.ts';
import { cardOf } from './sandbox-cards.ts';

interface ChargeRow {
  readonly id: string;
  readonly status: ChargeStatus;
  readonly declineCode: string | null;
  readonly paymentMethod: string;
  readonly currency: string;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
}

const CHARGE_COLUMNS = sql`id, status, decline_code as "declineCode", payment_method as "paymentMethod", currency, amount, captured, refunded`;
/** How long the slow card takes. */
const SLOW_MS = 3_000;

/** A bank that moves no money: test cards, its books in tables of its own. */
export class SandboxGateway implements PaymentGateway {
  readonly name = 'sandbox';
  readonly #em: EntityManager;
  readonly #clock: Clock;
  readonly #slowMs: number;

  /** `em` must not be in a transaction: a bank's books do not roll back with ours. */
  constructor(em: EntityManager, clock: Clock, slowMs = SLOW_MS) {
    this.#em = em;
    this.#clock = clock;
    this.#slowMs = slowMs;
  }

  async authorize(order: AuthorizeOrder): Promise<AuthorizeOutcome> {
    requireAmount(order.amount);
    const card = cardOf(order.paymentMethod);
    // Where nobody is there to take the bank's step, there is none.
    const asked = card.status === 'ACTION_REQUIRED' && order.returnUrl === null;
    const [status, declineCode] = asked ? ['DECLINED', 'authentication_required'] : [card.status, card.declineCode];
    const inserted = await this.#rows<{ id: string }>(sql`
      insert into sandbox_charge (id, idempotency_key, payment_method, status, decline_code, currency, amount, created_at)
      values (${newId()}, ${order.idempotencyKey}, ${order.paymentMethod}, ${status}, ${declineCode}, ${order.currency}, ${order.amount}, ${this.#clock.now()})
      on conflict (idempotency_key) do nothing returning id`);
    if (card.isSlow) await sleep(this.#slowMs);
    if (card.losesAnswer && inserted.length > 0) throw new GatewayError('sandbox: the answer got lost', 'UNKNOWN');
    const charge = required(await this.#findByKey(order.idempotencyKey), 'the charge just written');
    if (
      charge.amount !== order.amount ||
      charge.currency !== order.currency ||
      charge.paymentMethod !== order.paymentMethod
    ) {
      throw new GatewayError('sandbox: this key was used for another order', 'KEY_REUSED');
    }
    if (charge.status === 'DECLINED') return { kind: 'DECLINED', declineCode: charge.declineCode ?? 'card_declined' };
    return charge.status === 'ACTION_REQUIRED'
      ? { kind: 'ACTION_REQUIRED', gatewayId: charge.id, actionUrl: null }
      : { kind: 'AUTHORIZED', gatewayId: charge.id };
  }

  async capture(gatewayId: string, amount: number): Promise<void> {
    requireAmount(amount);
    const charge = await this.#find(gatewayId);
    if (charge?.status === 'AUTHORIZED' && cardOf(charge.paymentMethod).failsLate === true) await this.void(gatewayId);
    await this.#change(
      gatewayId,
      sql`status = 'CAPTURED', captured = ${amount}`,
      sql`status = 'AUTHORIZED' and ${amount} <= amount`,
      ({ status, captured }) => status === 'CAPTURED' && captured === amount,
    );
  }

  async void(gatewayId: string): Promise<void> {
    await this.#change(
      gatewayId,
      sql`status = 'VOIDED'`,
      sql`status in ('AUTHORIZED', 'ACTION_REQUIRED')`,
      ({ status }) => status === 'VOIDED',
    );
  }

  async refund(gatewayId: string, refundedTotal: number): Promise<void> {
    await this.#change(
      gatewayId,
      sql`refunded = ${refundedTotal}`,
      sql`status = 'CAPTURED' and ${refundedTotal} between refunded and captured`,
      ({ refunded }) => refunded === refundedTotal,
    );
  }

  async saveCard({ paymentMethod }: SaveCardOrder): Promise<SaveCardOutcome> {
    const { status, declineCode } = cardOf(paymentMethod);
    // Whether there is money on it shows when it is asked for some.
    return status === 'DECLINED' && declineCode !== 'insufficient_funds'
      ? { kind: 'DECLINED', declineCode: declineCode ?? 'card_declined' }
      : { kind: 'SAVED', paymentMethod };
  }

  async transfer({ idempotencyKey, account, amount, currency }: TransferOrder): Promise<string> {
    requireAmount(amount);
    await this.#rows(sql`
      insert into sandbox_transfer (id, idempotency_key, account, currency, amount, created_at)
      values (${newId()}, ${idempotencyKey}, ${account}, ${currency}, ${amount}, ${this.#clock.now()})
      on conflict (idempotency_key) do nothing`);
    const [transfer] = await this.#rows<{ id: string }>(sql`
      select id from sandbox_transfer
      where idempotency_key = ${idempotencyKey} and account = ${account} and currency = ${currency} and amount = ${amount}`);
    if (!transfer) throw new GatewayError('sandbox: this key was used for another transfer', 'KEY_REUSED');
    return transfer.id;
  }

  async lookup(gatewayId: string): Promise<GatewayCharge | null> {
    return toCharge(await this.#find(gatewayId));
  }

  async lookupByKey(idempotencyKey: string): Promise<GatewayCharge | null> {
    return toCharge(await this.#findByKey(idempotencyKey));
  }

  /** This bank tells nothing of its own accord. */
  parseWebhook(): WebhookReading {
    return { kind: 'REFUSED', reason: 'the sandbox sends none' };
  }

  /** The bank's step as whoever pays took it. */
  async answerStep(gatewayId: string, isAgreed: boolean): Promise<void> {
    await this.#change(
      gatewayId,
      isAgreed ? sql`status = 'AUTHORIZED'` : sql`status = 'DECLINED', decline_code = 'authentication_failed'`,
      sql`status = 'ACTION_REQUIRED'`,
      ({ status }) => status === (isAgreed ? 'AUTHORIZED' : 'DECLINED'),
    );
  }

  async #find(gatewayId: string): Promise<ChargeRow | null> {
    if (!isId(gatewayId)) return null;
    const rows = await this.#rows<ChargeRow>(sql`select ${CHARGE_COLUMNS} from sandbox_charge where id = ${gatewayId}`);
    return rows[0] ?? null;
  }

  async #findByKey(key: string): Promise<ChargeRow | null> {
    const rows = await this.#rows<ChargeRow>(
      sql`select ${CHARGE_COLUMNS} from sandbox_charge where idempotency_key = ${key}`,
    );
    return rows[0] ?? null;
  }

  async #rows<T>(statement: ReturnType<typeof sql>): Promise<T[]> {
    return (await statement.execute(this.#em.getKysely())).rows as T[];
  }

  async #change(
    gatewayId: string,
    change: ReturnType<typeof sql>,
    allowed: ReturnType<typeof sql>,
    isDone: (charge: GatewayCharge) => boolean,
  ): Promise<void> {
    const rows = isId(gatewayId)
      ? await this.#rows(sql`update sandbox_charge set ${change} where id = ${gatewayId} and ${allowed} returning id`)
      : [];
    if (rows.length === 1) return;
    const charge = await this.lookup(gatewayId);
    if (charge === null || !isDone(charge))
      throw new GatewayError(`sandbox: the charge does not allow this (${charge?.status ?? 'unknown'})`, 'REFUSED');
  }
}

function toCharge(row: ChargeRow | null): GatewayCharge | null {
  if (row === null) return null;
  const { id: gatewayId, status, currency, amount, captured, refunded, declineCode } = row;
  return { gatewayId, status, currency, amount, captured, refunded, declineCode, actionUrl: null };
}
