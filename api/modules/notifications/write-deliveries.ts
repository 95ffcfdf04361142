import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import { isLocale } from '../../kernel/locale.ts';
import { publish } from '../../platform/outbox.ts';
import type { JobContext } from '../../platform/module.ts';
import type { Vault } from '../../platform/vault.ts';
import { SEALED_ACCOUNT } from '../accounts/index.ts';
import type { Account } from '../accounts/index.ts';
import { DeliveryChannel } from './delivery.entity.ts';
import { HOUSEHOLD_MESSAGES, PROVIDER_MESSAGES } from './message-kinds.ts';
import type { MessageKind } from './message-kinds.ts';
import { toFacts } from './visit-facts.ts';
import type { VisitParties } from './visit-facts.ts';

/** A written message waits to be sent: `{ deliveryId }`. */
export const SEND_DELIVERY = 'send-delivery';

/**
 * Writes what the household and the provider are told, and lets each be sent once the transaction commits. Subject, kind,
 * generation and reader make the message: writing it again changes nothing (N1).
 */
export async function writeDeliveries(context: JobContext, parties: VisitParties, kind: MessageKind): Promise<void> {
  if (HOUSEHOLD_MESSAGES[kind]) await writeDelivery(context, parties, kind, 'HOUSEHOLD', parties.booker);
  if (PROVIDER_MESSAGES[kind] && parties.providerAccount)
    await writeDelivery(context, parties, kind, 'PROVIDER', parties.providerAccount);
}

async function writeDelivery(
  context: JobContext,
  parties: VisitParties,
  kind: MessageKind,
  reader: 'HOUSEHOLD' | 'PROVIDER',
  account: Account,
): Promise<void> {
  const locale = isLocale(account.locale) ? account.locale : 'en';
  const messages = reader === 'HOUSEHOLD' ? HOUSEHOLD_MESSAGES : PROVIDER_MESSAGES;
  const templates = required(messages[kind], 'the words of the message');
  const { subject, body } = templates[locale](toFacts(parties, locale, context.publicUrl, reader));
  const { booking } = parties;
  await queueDelivery(context, {
    dedupeKey: `${booking.id}:${kind}:${booking.generation}:${reader}`,
    kind,
    account,
    subject,
    body,
    bookingId: booking.id,
  });
}

interface MessageToQueue {
  /** What makes the message: a second one with the same key is not written. */
  readonly dedupeKey: string;
  readonly kind: string;
  /** Null for an address that has no account yet; then it needs a recipient. */
  readonly account: Account | null;
  readonly subject: string;
  readonly body: string;
  readonly bookingId: string | null;
  /** An e-mail address or number to use instead of the account's own. */
  readonly recipient?: { readonly channel: DeliveryChannel; readonly to: string };
  /** Whether its words let whoever reads them into the account. */
  readonly secret?: boolean;
}

/** Writes a message as a delivery, by text where there is a phone number and else by e-mail, and has it sent after the commit. */
export async function queueDelivery(context: JobContext, message: MessageToQueue): Promise<void> {
  const { account, kind } = message;
  const { vault } = context;
  const { channel, to } = message.recipient ?? ownRecipient(vault, required(account, 'whom a message goes to'));
  // Whoever was erased is told nothing any more.
  if (to === '') return;
  const transport = channel === DeliveryChannel.SMS ? context.sms.name : context.mail.name;
  const id = newId();
  const { rows } = await sql`
    insert into delivery (id, dedupe_key, account_id, channel, kind, recipient, subject, body, status, transport, secret, booking_id, created_at)
    values (${id}, ${message.dedupeKey}, ${account?.id ?? null}, ${channel}, ${kind}, ${vault.seal('delivery.recipient', id, to)},
      ${vault.seal('delivery.subject', id, channel === DeliveryChannel.EMAIL ? message.subject : null)}, ${vault.seal('delivery.body', id, message.body)}, 'QUEUED', ${transport}, ${message.secret ?? false},
      ${message.bookingId}, ${context.clock.now()})
    on conflict (dedupe_key) do nothing returning id`.execute(context.em.getKysely());
  if (rows.length === 1)
    await publish(context.em, context.clock, [{ topic: SEND_DELIVERY, payload: { deliveryId: id } }]);
}

function ownRecipient(vault: Vault, account: Account): { readonly channel: DeliveryChannel; readonly to: string } {
  const { email, phone } = vault.openRow(SEALED_ACCOUNT, account);
  return phone === null ? { channel: DeliveryChannel.EMAIL, to: email } : { channel: DeliveryChannel.SMS, to: phone };
}
