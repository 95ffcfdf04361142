import { describe, expect, it } from 'vitest';
import {
  canTransition,
  decideTransition,
  isLive,
  LIVE_STATES,
  TRANSITIONS,
  type BookingActor,
  type BookingState,
} from '../../../api/modules/bookings/domain/transitions.ts';
import { GUARDS, type TransitionFacts } from '../../../api/modules/bookings/domain/transition-guards.ts';

const STATES: readonly BookingState[] = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'EN_ROUTE',
  'IN_PROGRESS',
  'COMPLETED',
  'CLOSED',
  'EXPIRED',
  'DECLINED',
  'CANCELLED',
  'NO_SHOW',
];
const ACTORS: readonly BookingActor[] = ['HOUSEHOLD', 'PROVIDER', 'OPERATOR', 'SYSTEM'];

/** What B1 allows, written a second time as sentences: state → state: who. */
const ALLOWED = `
  - → HELD: HOUSEHOLD SYSTEM
  HELD → CONFIRMED: HOUSEHOLD
  HELD → REQUESTED: HOUSEHOLD
  HELD → EXPIRED: SYSTEM
  HELD → CANCELLED: HOUSEHOLD
  REQUESTED → CONFIRMED: PROVIDER
  REQUESTED → DECLINED: PROVIDER
  REQUESTED → EXPIRED: SYSTEM
  REQUESTED → CANCELLED: HOUSEHOLD
  CONFIRMED → CONFIRMED: HOUSEHOLD PROVIDER OPERATOR
  CONFIRMED → EN_ROUTE: PROVIDER
  CONFIRMED → IN_PROGRESS: HOUSEHOLD PROVIDER
  CONFIRMED → COMPLETED: SYSTEM
  CONFIRMED → CANCELLED: HOUSEHOLD PROVIDER OPERATOR SYSTEM
  CONFIRMED → NO_SHOW: HOUSEHOLD PROVIDER
  EN_ROUTE → IN_PROGRESS: HOUSEHOLD PROVIDER
  EN_ROUTE → COMPLETED: SYSTEM
  EN_ROUTE → CANCELLED: HOUSEHOLD PROVIDER OPERATOR
  EN_ROUTE → NO_SHOW: HOUSEHOLD PROVIDER
  IN_PROGRESS → COMPLETED: PROVIDER SYSTEM
  COMPLETED → CLOSED: HOUSEHOLD SYSTEM
`
  .trim()
  .split('\n')
  .map((line) => line.trim());

const start = new Date('2026-06-10T10:00:00Z');
const end = new Date('2026-06-10T12:00:00Z');
const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

function buildFacts(overrides: Partial<TransitionFacts> = {}): TransitionFacts {
  return {
    now: minutesAfter(start, -24 * 60),
    start,
    end,
    holdExpiresAt: minutesAfter(start, -24 * 60 + 10),
    requestExpiresAt: null,
    completedAt: null,
    instantBooking: true,
    qualified: true,
    codeIsRight: true,
    providerTravels: true,
    evidenceIsGiven: true,
    ...overrides,
  };
}

describe('the transition table', () => {
  it('allows what B1 allows, to whom it allows it, and nothing else', () => {
    const found = [null, ...STATES].flatMap((from) =>
      STATES.flatMap((to) => {
        const who = ACTORS.filter((actor) => canTransition(from, to, actor));
        return who.length === 0 ? [] : [`${from ?? '-'} → ${to}: ${who.join(' ')}`];
      }),
    );

    expect(found.sort()).toEqual([...ALLOWED].sort());
  });

  it('has at most one row for each from, to and actor', () => {
    const keys = TRANSITIONS.flatMap(({ from, to, by }) => by.map((actor) => `${from} ${to} ${actor}`));

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets nothing out of an end', () => {
    const ends: readonly BookingState[] = ['CLOSED', 'EXPIRED', 'DECLINED', 'CANCELLED', 'NO_SHOW'];

    expect(TRANSITIONS.filter(({ from }) => from !== null && ends.includes(from))).toEqual([]);
  });

  it('releases the time exactly where a booking stops holding it', () => {
    for (const { from, to, effects } of TRANSITIONS) {
      expect([from, to, effects.includes('release-time')]).toEqual([from, to, !isLive(to)]);
      expect([from, to, effects.includes('reserve-time')]).toEqual([from, to, from === null]);
    }
  });

  it('undoes an authorised payment wherever the visit does not come about', () => {
    const settled = TRANSITIONS.filter(
      ({ from, to }) => from !== 'HELD' && ['EXPIRED', 'DECLINED', 'CANCELLED'].includes(to),
    );

    expect(settled).toHaveLength(6);
    for (const { from, effects } of settled) {
      expect(effects).toContain(from === 'REQUESTED' ? 'void-payment' : 'settle-cancellation');
    }
  });

  it('sets the reminders whenever a visit is agreed or moved, stores the policy once, asks for a review after every visit', () => {
    for (const { from, to, effects } of TRANSITIONS) {
      expect(effects.includes('schedule-reminders')).toBe(to === 'CONFIRMED');
      expect(effects.includes('snapshot-policy')).toBe(to === 'CONFIRMED' && from !== 'CONFIRMED');
      expect(effects.includes('exchange-time')).toBe(from === to);
      expect(effects.includes('ask-for-review') && effects.includes('capture-payment')).toBe(to === 'COMPLETED');
      expect(effects.includes('schedule-closing')).toBe(to === 'COMPLETED');
      expect(effects.includes('begin-visit')).toBe(to === 'IN_PROGRESS');
      expect(effects.includes('settle-no-show')).toBe(to === 'NO_SHOW');
    }
  });

  it('lets the provider begin by the code alone, and asks for evidence that somebody did not come', () => {
    for (const { to, by, guards } of TRANSITIONS) {
      expect(guards.includes('code-is-right')).toBe(to === 'IN_PROGRESS' && by.includes('PROVIDER'));
      expect(guards.includes('evidence-is-given') && guards.includes('waited-long-enough')).toBe(to === 'NO_SHOW');
    }
  });

  it('tells of whatever was agreed or asked for and is so no longer', () => {
    const silent = TRANSITIONS.filter(({ tells }) => tells === null).map(({ from, to }) => `${from} ${to}`);

    expect([...new Set(silent)].sort()).toEqual([
      'COMPLETED CLOSED',
      'CONFIRMED IN_PROGRESS',
      'EN_ROUTE IN_PROGRESS',
      'HELD CANCELLED',
      'HELD EXPIRED',
      'null HELD',
    ]);
  });

  it('counts a time as taken while it is held and after it was spent', () => {
    expect(STATES.filter((state) => !LIVE_STATES.includes(state))).toEqual([
      'EXPIRED',
      'DECLINED',
      'CANCELLED',
      'NO_SHOW',
    ]);
  });
});

describe('decideTransition', () => {
  it('gives the row when every guard holds', () => {
    expect(decideTransition('HELD', 'CONFIRMED', 'HOUSEHOLD', buildFacts())).toMatchObject({
      transition: {
        from: 'HELD',
        to: 'CONFIRMED',
        effects: ['authorise-payment', 'snapshot-policy', 'schedule-reminders'],
      },
    });
  });

  it('says whether the change, the actor or a guard is in the way', () => {
    expect(decideTransition('CLOSED', 'HELD', 'SYSTEM', buildFacts())).toEqual({
      refusal: { because: 'no-such-transition' },
    });
    expect(decideTransition('HELD', 'CONFIRMED', 'PROVIDER', buildFacts())).toEqual({
      refusal: { because: 'not-this-actor' },
    });
    expect(decideTransition('HELD', 'CONFIRMED', 'HOUSEHOLD', buildFacts({ instantBooking: false }))).toEqual({
      refusal: { because: 'guard', guard: 'instant-booking' },
    });
  });

  it('confirms or requests by the mode of the provider, never both', () => {
    for (const instantBooking of [true, false]) {
      const open = (['CONFIRMED', 'REQUESTED'] as const).filter(
        (to) => 'transition' in decideTransition('HELD', to, 'HOUSEHOLD', buildFacts({ instantBooking })),
      );

      expect(open).toEqual([instantBooking ? 'CONFIRMED' : 'REQUESTED']);
    }
  });

  it('lets only the system wait for the end of the visit', () => {
    const facts = buildFacts({ now: minutesAfter(start, 30) });

    expect(decideTransition('IN_PROGRESS', 'COMPLETED', 'PROVIDER', facts)).toHaveProperty('transition');
    expect(decideTransition('IN_PROGRESS', 'COMPLETED', 'SYSTEM', facts)).toHaveProperty(
      'refusal.guard',
      'visit-is-long-over',
    );
  });
});

describe('guards', () => {
  const deadline = new Date('2026-06-09T10:00:00Z');
  const before = new Date(deadline.getTime() - 1);
  const after = new Date(deadline.getTime() + 1);

  it.each([
    ['hold-is-live', { holdExpiresAt: deadline }, [true, false, false]],
    ['hold-has-lapsed', { holdExpiresAt: deadline }, [false, true, true]],
    ['hold-is-live', { holdExpiresAt: null }, [false, false, false]],
    ['hold-has-lapsed', { holdExpiresAt: null }, [false, false, false]],
    ['request-is-live', { requestExpiresAt: deadline }, [true, false, false]],
    ['request-has-lapsed', { requestExpiresAt: deadline }, [false, true, true]],
    ['request-is-live', { requestExpiresAt: null }, [false, false, false]],
    ['request-has-lapsed', { requestExpiresAt: null }, [false, false, false]],
    ['nobody-was-found', { substituteSoughtUntil: deadline }, [false, true, true]],
    ['nobody-was-found', { substituteSoughtUntil: null }, [false, false, false]],
    ['provider-is-coming', { substituteSoughtUntil: deadline }, [false, false, false]],
    ['provider-is-coming', {}, [true, true, true]],
    ['visit-is-near', { start: minutesAfter(deadline, 240) }, [false, true, true]],
    ['visit-is-over', { end: deadline }, [false, true, true]],
    ['visit-is-long-over', { end: minutesAfter(deadline, -120) }, [false, true, true]],
    ['waited-long-enough', { start: minutesAfter(deadline, -15) }, [false, true, true]],
    ['time-to-object-is-over', { completedAt: minutesAfter(deadline, -48 * 60) }, [false, true, true]],
    ['time-to-object-is-over', { completedAt: null }, [false, false, false]],
  ] as const)('%s with %j before, at and after the instant: %j', (name, facts, expected) => {
    expect([before, deadline, after].map((now) => GUARDS[name](buildFacts({ ...facts, now })))).toEqual(expected);
  });
});
