import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { JobContext } from '../../platform/module.ts';
import { Message, MessageSide, findUnreadSince } from '../messages/index.ts';
import { findParties, toFacts } from './visit-facts.ts';
import { queueDelivery } from './write-deliveries.ts';

interface MessageFacts {
  /** Who wrote. */
  readonly name: string;
  /** Day and time of the visit. */
  readonly when: string;
  readonly link: string;
}

/** What was written stays out of it: a notice travels by carriers that anybody could read along. */
const WORDS: Readonly<Record<Locale, (facts: MessageFacts) => { readonly subject: string; readonly body: string }>> = {
  en: ({ name, when, link }) => ({
    subject: `A message from ${name}`,
    body: `${name} wrote to you about the visit on ${when}. Read and answer: ${link}`,
  }),
  'zh-CN': ({ name, when, link }) => ({
    subject: `${name}给您发来消息`,
    body: `关于 ${when} 的服务，${name}给您发来消息。查看并回复：${link}`,
  }),
};

/**
 * Tells the other side of a message that they have not read. However many wait, there is one notice until somebody of that
 * side has looked: it is named after the first that waits.
 */
export async function writeMessageNotice(context: JobContext, messageId: string): Promise<void> {
  const message = await context.em.findOne(Message, { id: messageId }, { disableIdentityMap: true });
  const first = message === null ? null : await findUnreadSince(context.em, message);
  const parties = message === null || first === null ? null : await findParties(context.em, message.booking);
  if (message === null || parties === null) return;
  const reader = message.side === MessageSide.HOUSEHOLD ? 'PROVIDER' : 'HOUSEHOLD';
  const account = reader === 'HOUSEHOLD' ? parties.booker : parties.providerAccount;
  if (account === null) return;
  const locale = isLocale(account.locale) ? account.locale : 'en';
  const { when, household, provider } = toFacts(parties, locale, context.publicUrl, reader);
  const { subject, body } = WORDS[locale]({
    name: reader === 'HOUSEHOLD' ? provider : household,
    when,
    link: `${context.publicUrl}/messages/${message.booking}`,
  });
  await queueDelivery(context, {
    dedupeKey: `${message.booking}:message-waiting:${first}:${reader}`,
    kind: 'message-waiting',
    account,
    subject,
    body,
    bookingId: message.booking,
  });
}
