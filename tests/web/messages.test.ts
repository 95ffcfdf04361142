import { describe, expect, it } from 'vitest';
import { mergeMessages, toLines } from '../../web/src/features/messages/message-lines';
import { readAmount } from '../../web/src/features/operations/money-input';
import type { MessagePartsFragment } from '../../web/src/generated/graphql';

const message = (sequence: number, overrides: Partial<MessagePartsFragment> = {}): MessagePartsFragment => ({
  id: `m${sequence}`,
  sequence,
  side: 'PROVIDER',
  text: `No. ${sequence}`,
  masked: false,
  sentAt: '2027-03-10T10:00:00Z',
  isOwn: false,
  isReported: false,
  authorName: 'Lin Yue',
  photos: [],
  ...overrides,
});

const lines = (messages: MessagePartsFragment[], readTo = 0): string[] =>
  toLines({ messages, readTo, ownSide: 'HOUSEHOLD', timeZone: 'Europe/London' }).map((line) =>
    line.kind === 'message' ? `${line.startsGroup ? line.message.authorName : ''}:${line.message.sequence}` : line.kind,
  );

describe('the lines of a conversation', () => {
  it('name whoever writes once for what they wrote in a row, and say each day by the clock of the visit', () => {
    const own = { side: 'HOUSEHOLD', authorName: 'Ann' } as const;

    expect(
      lines(
        [
          message(1, own),
          message(2, own),
          message(3),
          // Past midnight in London's summer, and not yet in UTC.
          message(4, { sentAt: '2027-07-01T23:30:00Z' }),
          message(5, { sentAt: '2027-07-02T09:00:00Z' }),
        ],
        5,
      ),
    ).toEqual(['day', 'Ann:1', ':2', 'Lin Yue:3', 'day', 'Lin Yue:4', ':5']);
  });

  it('mark where the unread ones of the other side begin, once, and never before one’s own', () => {
    expect(lines([message(1), message(2), message(3)], 1)).toEqual(['day', 'Lin Yue:1', 'unread', 'Lin Yue:2', ':3']);
    expect(lines([message(1), message(2, { side: 'HOUSEHOLD' })], 1)).toEqual(['day', 'Lin Yue:1', 'Lin Yue:2']);
  });
});

describe('messages from several answers', () => {
  it('are there once, in order, in the form that was read last', () => {
    const merged = mergeMessages([message(2), message(3)], [message(1), message(3, { isReported: true })]);

    expect(merged.map(({ sequence, isReported }) => [sequence, isReported])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });
});

describe('an amount that somebody typed', () => {
  it.each([
    ['12', 1_200],
    ['12.5', 1_250],
    [' 12,50 ', 1_250],
    ['0.01', 1],
    ['0', null],
    ['12.345', null],
    ['-3', null],
    ['1e3', null],
    ['', null],
  ])('%s is %s', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });
});
