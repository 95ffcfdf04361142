import { MessageSide, SEALED_MESSAGE } from '../../modules/messages/index.ts';
import type { Message, MessageRead, MessageThread } from '../../modules/messages/index.ts';
import { BookingState } from '../../modules/bookings/index.ts';
import type { DemoBooking } from './demo-bookings.ts';
import { HOUR_MS, MINUTE_MS } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';

const { HOUSEHOLD, PROVIDER } = MessageSide;
type Line = readonly [MessageSide, string];

/** Before a visit, and after it. */
const BEFORE: Readonly<Record<RegionCode, readonly Line[]>> = {
  hangzhou: [
    [HOUSEHOLD, '您好，单元门的门禁坏了，到了请敲门。'],
    [PROVIDER, '好的，我会提前五分钟到。需要我带清洁剂吗？'],
    [HOUSEHOLD, '家里都有，不用带。谢谢！'],
  ],
  london: [
    [HOUSEHOLD, 'Hello! The bell is broken, please knock.'],
    [PROVIDER, 'Will do. Shall I bring anything?'],
    [HOUSEHOLD, 'We have everything here. Thank you!'],
  ],
};
const AFTER: Readonly<Record<RegionCode, readonly Line[]>> = {
  hangzhou: [
    [HOUSEHOLD, '厨房擦得真干净，辛苦了！'],
    [PROVIDER, '谢谢您！窗台上的花我浇过水了。'],
  ],
  london: [
    [HOUSEHOLD, 'The kitchen looks wonderful, thank you.'],
    [PROVIDER, 'My pleasure! I watered the plants on the sill.'],
  ],
};
const MOST_TALKS = 4;

interface DemoMessages {
  readonly threads: readonly MessageThread[];
  readonly messages: readonly Message[];
  readonly marks: readonly MessageRead[];
}

/** Talks about some visits of the provider one can sign in as; what was said last after a visit waits to be read. */
export function demoMessages(
  context: DemoContext,
  bookings: readonly DemoBooking[],
  providerAccount: string,
): DemoMessages {
  const theirs = bookings.filter(({ visit }) => visit.provider.row.account === providerAccount);
  const past = theirs.filter(({ booking }) => booking.state === BookingState.COMPLETED).slice(-MOST_TALKS / 2);
  const coming = theirs.filter(({ booking }) => booking.state === BookingState.CONFIRMED).slice(0, MOST_TALKS / 2);
  const talks = [
    ...past.map((one) => talk(context, one, AFTER, one.booking.endsAt, providerAccount)),
    ...coming.map((one) => talk(context, one, BEFORE, new Date(context.now.getTime() - 3 * HOUR_MS), providerAccount)),
  ];
  return {
    threads: talks.map(({ thread }) => thread),
    messages: talks.flatMap(({ messages }) => messages),
    marks: talks.flatMap(({ marks }) => marks),
  };
}

function talk(
  { ids, vault, now }: DemoContext,
  { booking, visit }: DemoBooking,
  lines: Readonly<Record<RegionCode, readonly Line[]>>,
  begin: Date,
  providerAccount: string,
): { thread: MessageThread; messages: Message[]; marks: MessageRead[] } {
  const writer = booking.bookedBy ?? booking.household;
  const said = lines[visit.provider.regionCode];
  const messages = said.map(([side, body], index) =>
    vault.sealRow(SEALED_MESSAGE, {
      id: ids.next(),
      booking: booking.id,
      sequence: index + 1,
      side,
      author: side === PROVIDER ? providerAccount : writer,
      body,
      masked: false,
      sentAt: new Date(Math.min(begin.getTime() + (index + 1) * 4 * MINUTE_MS, now.getTime() - MINUTE_MS)),
    }),
  );
  const last = messages.at(-1);
  const at = last?.sentAt ?? begin;
  const mark = (account: string, side: MessageSide, readTo: number): MessageRead => ({
    id: ids.next(),
    booking: booking.id,
    account,
    side,
    readTo,
    readAt: at,
  });
  const readByHousehold = last?.side === PROVIDER ? said.length - 1 : said.length;
  return {
    thread: { id: ids.next(), booking: booking.id, lastSequence: said.length, lastMessageAt: at },
    messages,
    marks: [mark(providerAccount, PROVIDER, said.length), mark(writer, HOUSEHOLD, readByHousehold)],
  };
}
