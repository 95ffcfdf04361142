import { describe, expect, it } from 'vitest';
import { isShortcut, type PressedKey } from '../../web/src/app/shortcuts';
import { toDecisionItem, toReauditItem } from '../../web/src/features/audit-desk/decision-item';
import { notableFacts } from '../../web/src/features/audit-desk/notable-facts';
import {
  claimShare,
  clockTone,
  countLate,
  formatTimeLeft,
  isOverdue,
} from '../../web/src/features/audit-desk/queue-clock';
import { isFiltered, readQueueQuery, writeQueueQuery } from '../../web/src/features/audit-desk/queue-query';
import { neighbourOf, nextToDecide } from '../../web/src/features/audit-desk/queue-moves';

const now = Date.parse('2026-11-23T08:00:00Z');
const inMinutes = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

describe('the clock of the queue', () => {
  it.each([
    [190, '3 h 10', '3 小时 10 分'],
    [125, '2 h 05', '2 小时 5 分'],
    [180, '3 h', '3 小时'],
    [19 * 60 + 40, '19 h', '19 小时'],
    [45, '45 min', '45 分钟'],
    [0, '0 min', '0 分钟'],
    [-130, '2 h', '2 小时'],
  ])('writes %i minutes as people say it', (minutes, english, chinese) => {
    expect(formatTimeLeft(inMinutes(minutes), now, 'en')).toBe(english);
    expect(formatTimeLeft(inMinutes(minutes), now, 'zh-CN')).toBe(chinese);
  });

  it('turns at four and at twelve hours', () => {
    expect([-5, 239, 240, 719, 720].map((minutes) => clockTone(inMinutes(minutes), now))).toEqual([
      'late',
      'late',
      'soon',
      'soon',
      'calm',
    ]);
    expect(countLate([-5, 10, 240].map(inMinutes), now)).toBe(2);
  });

  it('is over at its limit, not before', () => {
    expect(isOverdue(inMinutes(0), now)).toBe(true);
    expect(isOverdue(inMinutes(1), now)).toBe(false);
  });

  it('shows what is left of a claim as a share of its half hour', () => {
    expect(claimShare(inMinutes(15), now)).toBe(0.5);
    expect(claimShare(inMinutes(-1), now)).toBe(0);
    expect(claimShare(inMinutes(31), now)).toBe(1);
  });
});

describe('moving through the queue', () => {
  it('stays at the ends and starts at the end it is entered from', () => {
    const ids = ['a', 'b', 'c'];

    expect([neighbourOf(ids, 'a', 1), neighbourOf(ids, 'c', 1), neighbourOf(ids, 'a', -1)]).toEqual(['b', 'c', 'a']);
    expect([neighbourOf(ids, undefined, 1), neighbourOf(ids, 'gone', -1), neighbourOf([], 'a', 1)]).toEqual([
      'a',
      'c',
      undefined,
    ]);
  });

  it('goes on to the next one nobody else has, and from the last back to the first', () => {
    const items = [
      { id: 'a', claimedByOther: false },
      { id: 'b', claimedByOther: false },
      { id: 'c', claimedByOther: true },
    ];

    expect(nextToDecide(items, 'a')).toBe('b');
    expect(nextToDecide(items, 'b')).toBe('a');
    expect(nextToDecide([items[2] as (typeof items)[number]], 'c')).toBeUndefined();
  });
});

describe('single keys', () => {
  const press = (html: string, part: Partial<PressedKey> = {}): boolean => {
    document.body.innerHTML = html;
    return isShortcut({
      key: 'a',
      target: document.querySelector('#here'),
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      isComposing: false,
      repeat: false,
      defaultPrevented: false,
      ...part,
    });
  };

  it('work on the page and on its links and buttons', () => {
    expect(press('<main id="here"></main>')).toBe(true);
    expect(press('<a href="/" id="here"></a>')).toBe(true);
    expect(press('<p></p>', { target: null })).toBe(true);
  });

  it.each([
    '<textarea id="here"></textarea>',
    '<input id="here">',
    '<select id="here"></select>',
    '<div contenteditable="true"><b id="here"></b></div>',
    '<div role="dialog"><button id="here"></button></div>',
    '<div role="grid"><button id="here"></button></div>',
  ])('never fire inside %s', (html) => expect(press(html)).toBe(false));

  it.each([
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { isComposing: true },
    { defaultPrevented: true },
    { key: 'Process' },
  ])('never fire with %j', (part) => {
    expect(press('<main id="here"></main>', part)).toBe(false);
  });
});

describe('what stands out in a credential', () => {
  const claimed = { number: 'AB 12', issuedBy: 'City police', issuedOn: '2026-01-10', validUntil: '2027-01-09' };

  it('is nothing for a plain first one', () => {
    expect(notableFacts(claimed, [], '2026-11-23')).toEqual([]);
  });

  it('is what the calendar speaks against', () => {
    expect(notableFacts({ ...claimed, validUntil: '2026-11-22' }, [], '2026-11-23')).toEqual(['expired']);
    expect(notableFacts({ ...claimed, validUntil: '2026-11-23' }, [], '2026-11-23')).toEqual([]);
    expect(notableFacts({ ...claimed, issuedOn: '2027-02-01' }, [], '2026-11-23')).toEqual([
      'issuedInFuture',
      'endsBeforeIssue',
    ]);
  });

  it('compares with the last one of the type, whatever spaces and capitals it was typed with', () => {
    expect(notableFacts(claimed, [{ ...claimed, number: 'ab12', state: 'EXPIRED' }], '2026-11-23')).toEqual([
      'sameNumber',
    ]);
    expect(
      notableFacts(claimed, [{ ...claimed, number: 'XY', issuedBy: 'Other', state: 'REJECTED' }], '2026-11-23'),
    ).toEqual(['newNumber', 'newIssuer', 'rejectedBefore']);
  });
});

describe('what is asked of the queue', () => {
  it('comes from the address and goes back to it, without what it does not know', () => {
    const asked = readQueueQuery({ type: 't', state: 'SECOND_REVIEW', overdue: '1', credential: 'c' });

    expect(writeQueueQuery(asked)).toEqual({ type: 't', state: 'SECOND_REVIEW', overdue: '1' });
    expect(isFiltered(asked)).toBe(true);
    expect(writeQueueQuery(readQueueQuery({ state: 'APPROVED', overdue: 'yes', type: ['a', 'b'] }))).toEqual({});
    expect(isFiltered(readQueueQuery({}))).toBe(false);
  });
});

describe('a second look', () => {
  const credential = {
    id: 'c',
    version: 7,
    state: 'APPROVED' as const,
    claimedByMe: false,
    claimedByOther: true,
    claimExpiresAt: '2026-11-23T08:00:00Z',
    conflictOfInterest: null,
    votedByMe: false,
  };

  it('is open under its own id, version and claim although the credential is decided', () => {
    const reaudit = { id: 'r', version: 2, claimedByMe: true, claimedByOther: false, claimExpiresAt: null };

    expect(toDecisionItem(credential).isOpen).toBe(false);
    expect(toReauditItem(reaudit, credential)).toMatchObject({
      id: 'r',
      version: 2,
      state: 'APPROVED',
      isOpen: true,
      claimedByMe: true,
      claimedByOther: false,
      claimExpiresAt: null,
      isReaudit: true,
    });
  });
});
