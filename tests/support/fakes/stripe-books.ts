import type { FakeEvent } from './stripe-events.ts';

export type Form = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether the call was carried out, so that its key gets the same answer from then on. */
  readonly isKept: boolean;
}

interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly capture_method: string;
  status: string;
  amount_received: number;
  amount_capturable: number;
  next_action: object | null;
  last_payment_error: { readonly code: string; readonly decline_code?: string } | null;
  cancellation_reason: string | null;
}

interface Refund {
  readonly id: string;
  readonly payment_intent: string;
  readonly amount: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly status: 'succeeded';
  readonly balance_transaction: string | null;
}

/** What Stripe's test cards do, by the names that its documentation gives them. */
const CARDS: Readonly<Record<string, 'fine' | 'step' | { readonly code: string; readonly decline_code?: string }>> = {
  pm_card_visa: 'fine',
  pm_card_authenticationRequired: 'step',
  pm_card_visa_chargeDeclined: { code: 'card_declined', decline_code: 'generic_decline' },
  pm_card_visa_chargeDeclinedInsufficientFunds: { code: 'card_declined', decline_code: 'insufficient_funds' },
};

const KNOWN: Readonly<Record<string, RegExp>> = {
  payment_intents:
    /^(amount|currency|confirm|off_session|return_url|capture_method|payment_method|customer|metadata\[\w+\]|allowed_payment_method_types\[\d\]|payment_method_data\[type\]|payment_method_options\[wechat_pay\]\[client\])$/,
  capture: /^amount_to_capture$/,
  cancel: /^cancellation_reason$/,
  refunds: /^(payment_intent|amount|metadata\[\w+\])$/,
  customers: /^metadata\[\w+\]$/,
  setup_intents:
    /^(customer|payment_method|usage|confirm|return_url|metadata\[\w+\]|allowed_payment_method_types\[\d\])$/,
  transfers: /^(destination|amount|currency|metadata\[\w+\])$/,
};

export function problem(status: number, error: Readonly<Record<string, unknown>>): Answer {
  // The bank's no is an outcome; a request that cannot be carried out is none.
  return { status, body: { error }, isKept: status === 402 };
}

const ok = (body: object): Answer => ({ status: 200, body: { ...body }, isKept: true });
const invalid = (message: string, more: object = {}): Answer =>
  problem(400, { type: 'invalid_request_error', message, ...more });

/** What Stripe knows. */
export class StripeBooks {
  readonly intents: Intent[] = [];
  readonly refunds: Refund[] = [];
  readonly transfers: { readonly id: string; readonly amount: number; readonly destination: string }[] = [];
  /** What happened and was not told yet. */
  readonly events: FakeEvent[] = [];
  readonly #now: () => Date;
  #count = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  call(method: string, path: string, form: Form): Answer {
    const [, , kind = '', id, act] = path.split('/');
    const known = KNOWN[act ?? kind];
    const unknown = method === 'POST' && Object.keys(form).find((name) => known?.test(name) !== true);
    if (typeof unknown === 'string')
      return invalid(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown });
    if (kind === 'payment_intents') return this.#intents(method, id, act, form);
    if (kind === 'refunds') return method === 'GET' ? this.#listRefunds(form) : this.#refund(form);
    if (method === 'POST' && kind === 'customers') return ok({ id: this.#id('cus'), object: 'customer' });
    if (method === 'POST' && kind === 'setup_intents') return this.#setUp(form);
    if (method === 'POST' && kind === 'transfers') return this.#transfer(form);
    return problem(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${method} ${path})` });
  }

  /** The bank's step as whoever pays took it. */
  answerStep(id: string, isAgreed: boolean): void {
    const intent = this.#get(id);
    if (intent?.status !== 'requires_action') throw new Error('no step is wanted');
    intent.next_action = null;
    if (isAgreed) this.#hold(intent);
    else this.#decline(intent, { code: 'payment_intent_authentication_failure' });
  }

  /** The bank lets go by itself. */
  lapse(id: string): void {
    const intent = this.#get(id)!;
    Object.assign(intent, { status: 'canceled', amount_capturable: 0, cancellation_reason: 'automatic' });
    this.#tell('payment_intent.canceled', intent);
  }

  #intents(method: string, id: string | undefined, act: string | undefined, form: Form): Answer {
    if (id === undefined) return method === 'GET' ? this.#list(form) : this.#create(form);
    const intent = this.#get(id);
    if (!intent)
      return problem(404, {
        type: 'invalid_request_error',
        code: 'resource_missing',
        message: 'No such payment_intent',
      });
    if (act === 'capture') return this.#capture(intent, form);
    return act === 'cancel' ? this.#cancel(intent) : ok(intent);
  }

  #create(form: Form): Answer {
    const isWallet = form['payment_method_data[type]'] !== undefined;
    const card = isWallet ? 'step' : CARDS[form['payment_method'] ?? ''];
    if (card === undefined)
      return invalid('No such PaymentMethod', { code: 'resource_missing', param: 'payment_method' });
    const intent: Intent = {
      id: this.#id('pi'),
      object: 'payment_intent',
      amount: Number(form['amount']),
      currency: form['currency'] ?? '',
      created: Math.floor(this.#now().getTime() / 1_000),
      metadata: metadataOf(form),
      capture_method: form['capture_method'] ?? 'automatic',
      status: 'requires_confirmation',
      amount_received: 0,
      amount_capturable: 0,
      next_action: null,
      last_payment_error: null,
      cancellation_reason: null,
    };
    this.intents.unshift(intent);
    // A card that was set up for it is not asked again.
    if (card === 'fine' || (card === 'step' && form['customer'] !== undefined)) return ok(this.#hold(intent));
    if (card !== 'step') return this.#decline(intent, card);
    if (form['off_session'] === 'true') return this.#decline(intent, { code: 'authentication_required' });
    intent.status = 'requires_action';
    intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url: `https://bank.example/${intent.id}` } };
    this.#tell('payment_intent.requires_action', intent);
    return ok(intent);
  }

  #capture(intent: Intent, form: Form): Answer {
    const amount = Number(form['amount_to_capture'] ?? intent.amount);
    if (intent.status !== 'requires_capture')
      return invalid('This PaymentIntent could not be captured', { code: 'payment_intent_unexpected_state' });
    if (amount > intent.amount) return invalid('Too much', { code: 'amount_too_large' });
    Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0 });
    // What was let go of is listed too, and moved no money.
    if (amount < intent.amount) this.#addRefund(intent.id, intent.amount - amount, {}, null);
    this.#tell('payment_intent.succeeded', intent);
    return ok(intent);
  }

  #cancel(intent: Intent): Answer {
    if (intent.status === 'succeeded' || intent.status === 'canceled')
      return invalid('You cannot cancel this PaymentIntent', { code: 'payment_intent_unexpected_state' });
    Object.assign(intent, { status: 'canceled', amount_capturable: 0, next_action: null });
    this.#tell('payment_intent.canceled', intent);
    return ok(intent);
  }

  #refund(form: Form): Answer {
    const intent = this.#get(form['payment_intent'] ?? '');
    const amount = Number(form['amount']);
    const back = this.refunds
      .filter(
        ({ payment_intent, balance_transaction }) => payment_intent === intent?.id && balance_transaction !== null,
      )
      .reduce((sum, refund) => sum + refund.amount, 0);
    if (intent?.status !== 'succeeded' || back + amount > intent.amount_received)
      return invalid('Refund amount is greater than unrefunded amount on charge');
    const refund = this.#addRefund(intent.id, amount, metadataOf(form), this.#id('txn'));
    this.#tell('charge.refunded', { object: 'charge', id: this.#id('ch'), payment_intent: intent.id });
    return ok(refund);
  }

  #listRefunds(form: Form): Answer {
    const data = this.refunds.filter(({ payment_intent }) => payment_intent === form['payment_intent']);
    return ok({ object: 'list', data, has_more: false, url: '/v1/refunds' });
  }

  #setUp(form: Form): Answer {
    const card = CARDS[form['payment_method'] ?? ''];
    if (card === undefined)
      return invalid('No such PaymentMethod', { code: 'resource_missing', param: 'payment_method' });
    const intent = { id: this.#id('seti'), object: 'setup_intent', next_action: null, last_setup_error: null };
    if (typeof card === 'object' && card.decline_code !== 'insufficient_funds')
      return problem(402, { type: 'card_error', message: 'Declined', ...card });
    if (card !== 'step') return ok({ ...intent, status: 'succeeded' });
    const url = `https://bank.example/${intent.id}`;
    return ok({
      ...intent,
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { url } },
    });
  }

  #transfer(form: Form): Answer {
    const transfer = { id: this.#id('tr'), amount: Number(form['amount']), destination: form['destination'] ?? '' };
    if (!transfer.destination.startsWith('acct_')) return invalid('No such destination', { param: 'destination' });
    this.transfers.push(transfer);
    return ok({ ...transfer, object: 'transfer' });
  }

  /** Newest first, a page at a time. */
  #list(form: Form): Answer {
    const from = Number(form['created[gte]'] ?? 0);
    const to = Number(form['created[lte]'] ?? Infinity);
    const all = this.intents.filter(({ created }) => created >= from && created <= to);
    const after = form['starting_after'];
    const rest = after === undefined ? all : all.slice(all.findIndex(({ id }) => id === after) + 1);
    const data = rest.slice(0, Number(form['limit'] ?? 10));
    return ok({ object: 'list', data, has_more: rest.length > data.length, url: '/v1/payment_intents' });
  }

  #hold(intent: Intent): Intent {
    const isTaken = intent.capture_method !== 'manual';
    intent.status = isTaken ? 'succeeded' : 'requires_capture';
    intent.amount_received = isTaken ? intent.amount : 0;
    intent.amount_capturable = isTaken ? 0 : intent.amount;
    this.#tell(isTaken ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', intent);
    return intent;
  }

  #decline(intent: Intent, error: { readonly code: string; readonly decline_code?: string }): Answer {
    intent.status = 'requires_payment_method';
    intent.last_payment_error = error;
    this.#tell('payment_intent.payment_failed', intent);
    return problem(402, {
      type: 'card_error',
      message: 'Your card was declined.',
      ...error,
      payment_intent: { ...intent },
    });
  }

  #addRefund(
    intent: string,
    amount: number,
    metadata: Readonly<Record<string, string>>,
    booked: string | null,
  ): Refund {
    const refund: Refund = {
      id: this.#id('re'),
      payment_intent: intent,
      amount,
      metadata,
      status: 'succeeded',
      balance_transaction: booked,
    };
    this.refunds.push(refund);
    return refund;
  }

  #tell(type: string, object: object): void {
    const created = Math.floor(this.#now().getTime() / 1_000);
    this.events.push({ id: this.#id('evt'), object: 'event', type, created, data: { object: { ...object } } });
  }

  #get(id: string): Intent | undefined {
    return this.intents.find((intent) => intent.id === id);
  }

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}_${this.#count}`;
  }
}

function metadataOf(form: Form): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );
}
