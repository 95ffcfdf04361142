import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { required } from '../../kernel/required.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { AuthorizeOrder, AuthorizeOutcome, GatewayCharge, PaymentGateway } from './payment-gateway.ts';

/** What each test card does. A token that is not here is refused as an unknown card. */
const CARDS: Readonly<
  Record<string, { readonly status: GatewayCharge['status']; readonly declineCode: string | null }>
> = {
  sandbox_visa: { status: 'AUTHORIZED', declineCode: null },
  sandbox_declined: { status: 'DECLINED', declineCode: 'card_declined' },
  sandbox_insufficient_funds: { status: 'DECLINED', declineCode: 'insufficient_funds' },
  sandbox_action_required: { status: 'ACTION_REQUIRED', declineCode: null },
};

interface ChargeRow {
  readonly id: string;
  readonly status: GatewayCharge['status'];
  readonly declineCode: string | null;
  readonly paymentMethod: string;
  readonly currency: string;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
}

const CHARGE_COLUMNS = sql`id, status, decline_code as "declineCode", payment_method as "paymentMethod", currency, amount, captured, refunded`;

/** A bank that moves no money: test cards, its books in a table of its own. */
export class SandboxGateway implements PaymentGateway {
  readonly name = 'sandbox';
  readonly #em: EntityManager;
  readonly #clock: Clock;

  /** `em` must not be in a transaction: a bank's books do not roll back with ours. */
  constructor(em: EntityManager, clock: Clock) {
    this.#em = em;
    this.#clock = clock;
  }

  async authorize(order: AuthorizeOrder): Promise<AuthorizeOutcome> {
    if (!Number.isInteger(order.amount) || order.amount < 1)
      throw new RangeError('an amount is a whole number of minor units above 0');
    const card = CARDS[order.paymentMethod] ?? { status: 'DECLINED', declineCode: 'unknown_card' };
    await sql`
      insert into sandbox_charge (id, idempotency_key, payment_method, status, decline_code, currency, amount, created_at)
      values (${newId()}, ${order.idempotencyKey}, ${order.paymentMethod}, ${card.status}, ${card.declineCode}, ${order.currency}, ${order.amount}, ${this.#clock.now()})
      on conflict (idempotency_key) do nothing`.execute(this.#em.getKysely());
    const { rows } =
      await sql<ChargeRow>`select ${CHARGE_COLUMNS} from sandbox_charge where idempotency_key = ${order.idempotencyKey}`.execute(
        this.#em.getKysely(),
      );
    const charge = required(rows[0], 'the charge just written');
    if (
      charge.amount !== order.amount ||
      charge.currency !== order.currency ||
      charge.paymentMethod !== order.paymentMethod
    ) {
      throw new Error('sandbox: this idempotency key was used for another order');
    }
    if (charge.status === 'DECLINED') return { kind: 'DECLINED', declineCode: charge.declineCode ?? 'card_declined' };
    return { kind: charge.status === 'ACTION_REQUIRED' ? 'ACTION_REQUIRED' : 'AUTHORIZED', gatewayId: charge.id };
  }

  async capture(gatewayId: string, amount: number): Promise<void> {
    await this.#change(
      gatewayId,
      sql`status = 'CAPTURED', captured = ${amount}`,
      sql`status = 'AUTHORIZED' and ${amount} between 1 and amount`,
      (charge) => charge.status === 'CAPTURED' && charge.captured === amount,
    );
  }

  async void(gatewayId: string): Promise<void> {
    await this.#change(
      gatewayId,
      sql`status = 'VOIDED'`,
      sql`status in ('AUTHORIZED', 'ACTION_REQUIRED')`,
      (charge) => charge.status === 'VOIDED',
    );
  }

  async refund(gatewayId: string, refundedTotal: number): Promise<void> {
    await this.#change(
      gatewayId,
      sql`refunded = ${refundedTotal}`,
      sql`status = 'CAPTURED' and ${refundedTotal} between refunded and captured`,
      (charge) => charge.refunded === refundedTotal,
    );
  }

  async lookup(gatewayId: string): Promise<GatewayCharge | null> {
    const { rows } = await sql<ChargeRow>`select ${CHARGE_COLUMNS} from sandbox_charge where id = ${gatewayId}`.execute(
      this.#em.getKysely(),
    );
    const charge = rows[0];
    return charge
      ? { status: charge.status, amount: charge.amount, captured: charge.captured, refunded: charge.refunded }
      : null;
  }

  async #change(
    gatewayId: string,
    change: ReturnType<typeof sql>,
    allowed: ReturnType<typeof sql>,
    isDone: (charge: GatewayCharge) => boolean,
  ): Promise<void> {
    const { rows } =
      await sql`update sandbox_charge set ${change} where id = ${gatewayId} and ${allowed} returning id`.execute(
        this.#em.getKysely(),
      );
    if (rows.length === 1) return;
    const charge = await this.lookup(gatewayId);
    if (charge === null || !isDone(charge))
      throw new Error(`sandbox: the charge does not allow this (${charge?.status ?? 'unknown'})`);
  }
}
