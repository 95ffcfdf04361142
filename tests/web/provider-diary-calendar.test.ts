import { describe, expect, it } from 'vitest';
import { askHours } from '../../web/src/features/provider-diary/asked-change';
import {
  changeHours,
  changePlan,
  changeSpans,
  doOverlap,
  liesInHours,
  visitsPutOutside,
} from '../../web/src/features/provider-diary/hours-change';
import { clockChangeOn } from '../../web/src/features/provider-diary/wall-time';
import { isBinding, toWeekDays } from '../../web/src/features/provider-diary/week-agenda';
import { offId, onTheWall, toCalendarEvents } from '../../web/src/features/provider-diary/week-events';
import type { WeekMode, WeekView } from '../../web/src/features/provider-diary/week-events';

const shanghai = 'Asia/Shanghai';
const london = 'Europe/London';

const visit = (start: string, end: string, travel: number | null = null, missing = 0) => ({
  travelMinutesBefore: travel,
  travelMinutesMissing: missing,
  booking: {
    id: start,
    start,
    end,
    state: 'CONFIRMED',
    householdName: 'Mei Chen',
    canProposeMove: true,
    moveProposal: null,
  },
});

const schedule = {
  timeZone: shanghai,
  workingHours: [
    { weekday: 1, start: '13:00:00', end: '18:00:00' },
    { weekday: 1, start: '08:00', end: '12:00' },
  ],
  exceptions: [{ date: '2026-11-25', spans: [{ start: '10:00', end: '14:00' }] }],
  timeOff: [{ id: 'off', start: '2026-11-24T06:00:00Z', end: '2026-11-26T01:00:00Z', reason: 'Dentist' }],
  visits: [visit('2026-11-23T00:00:00Z', '2026-11-23T02:00:00Z', 25)],
};

function draw(changes: Partial<typeof schedule> = {}, view: Partial<WeekView> = {}, monday = '2026-11-23') {
  const week = { ...schedule, ...changes };
  const days = toWeekDays(week, monday) as unknown as WeekView['days'];
  return toCalendarEvents({
    days,
    timeOff: week.timeOff,
    proposedMoves: [],
    timeZone: week.timeZone,
    mode: 'visits' satisfies WeekMode,
    now: Date.parse('2026-11-23T03:00:00Z'),
    draft: undefined,
    ...view,
  });
}
const named = (events: ReturnType<typeof draw>, id: string) => events.find((event) => event.id === id);

describe('the week as events', () => {
  it('has the way to a visit before it, on the wall clock, and the rest of the day closed', () => {
    const events = draw();

    expect(named(events, 'way-2026-11-23T00:00:00Z')).toMatchObject({
      start: '2026-11-23T07:35',
      end: '2026-11-23T08:00',
      extendedProps: { kind: 'travel', minutes: 25, missing: 0 },
    });
    expect(named(events, 'closed-2026-11-23-18:00')).toMatchObject({ end: '2026-11-24T00:00', display: 'background' });
  });

  it('cuts the way at the visit before it where the time is too short, and leaves out a way without any time', () => {
    const tight = visit('2026-11-23T02:10:00Z', '2026-11-23T04:00:00Z', 25, 15);
    const events = draw({ visits: [tight, visit('2026-11-23T04:00:00Z', '2026-11-23T05:00:00Z', 25, 25)] });

    expect(named(events, `way-${tight.booking.id}`)).toMatchObject({
      start: '2026-11-23T10:00',
      end: '2026-11-23T10:10',
      extendedProps: { minutes: 25, missing: 15 },
    });
    expect(named(events, 'way-2026-11-23T04:00:00Z')).toBeUndefined();
  });

  it('lets a visit be dragged while the other side can be asked and is not, and never be resized', () => {
    const [free] = schedule.visits;
    const asked = { ...free!, booking: { ...free!.booking, id: 'asked', moveProposal: { id: 'p' } } };
    const fixed = { ...free!, booking: { ...free!.booking, id: 'fixed', canProposeMove: false } };
    const events = draw({ visits: [free!, asked as unknown as typeof free & object, fixed] });

    expect(named(events, free!.booking.id)).toMatchObject({ startEditable: true, durationEditable: false });
    expect([named(events, 'asked'), named(events, 'fixed')]).toMatchObject([
      { startEditable: false },
      { startEditable: false },
    ]);
  });

  it('has a proposed time where it would be, also of a visit of another week', () => {
    const booking = {
      householdName: 'Mei Chen',
      moveProposal: { id: 'p', start: '2026-11-27T01:00:00Z', end: '2026-11-27T03:00:00Z' },
    } as unknown as WeekView['proposedMoves'][number];

    expect(named(draw({}, { proposedMoves: [booking] }), 'proposal-p')).toMatchObject({
      start: '2026-11-27T09:00',
      end: '2026-11-27T11:00',
      editable: false,
    });
    expect(named(draw({}, { proposedMoves: [booking], mode: 'hours' }), 'proposal-p')).toBeUndefined();
  });

  it('has time off of several days as one event, which is dragged until it is over', () => {
    expect(named(draw(), 'off-off')).toMatchObject({
      start: '2026-11-24T14:00',
      end: '2026-11-26T09:00',
      editable: true,
    });
    expect(named(draw({}, { now: Date.parse('2026-11-26T02:00:00Z') }), 'off-off')).toMatchObject({ editable: false });
  });

  it('has hours to drag only where hours are changed, today and later, and nothing else to drag there', () => {
    const events = draw(
      { workingHours: [1, 2].map((weekday) => ({ weekday, start: '08:00', end: '24:00' })) },
      {
        mode: 'hours',
        now: Date.parse('2026-11-24T03:00:00Z'),
      },
    );

    expect(named(draw(), 'hours-2026-11-24-08:00')).toBeUndefined();
    expect(named(events, 'hours-2026-11-23-08:00')).toMatchObject({ editable: false });
    expect(named(events, 'hours-2026-11-24-08:00')).toMatchObject({ editable: true, end: '2026-11-25T00:00' });
    expect(events.filter(({ editable }) => editable).map(({ id }) => id)).toEqual([
      'hours-2026-11-24-08:00',
      'hours-2026-11-25-10:00',
    ]);
  });

  it('draws what is being decided about in place of what it changes', () => {
    const draft = { start: '2026-11-27T10:00', end: '2026-11-27T12:00', instead: offId({ id: 'off' }) };
    const events = draw({}, { draft });

    expect(named(events, 'draft')).toMatchObject({ start: '2026-11-27T10:00', end: '2026-11-27T12:00' });
    expect(named(events, 'off-off')).toBeUndefined();
    expect(events.filter(({ id }) => id?.startsWith('way-'))).toHaveLength(1);
  });
});

describe('days on which clocks change', () => {
  it('are known by zone', () => {
    expect(clockChangeOn('2027-03-28', london)).toEqual({ direction: 'forward', minutes: 60 });
    expect(clockChangeOn('2027-10-31', london)).toEqual({ direction: 'back', minutes: 60 });
    expect(clockChangeOn('2027-10-30', london)).toBeNull();
    expect(clockChangeOn('2027-03-28', shanghai)).toBeNull();
    expect(clockChangeOn('2027-04-04', 'Australia/Lord_Howe')).toEqual({ direction: 'back', minutes: 30 });
  });

  it('show visits where the clock has them, never with an end before the beginning', () => {
    expect(onTheWall('2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z', london)).toEqual({
      start: '2027-03-28T00:30',
      end: '2027-03-28T02:30',
    });
    expect(onTheWall('2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', london)).toEqual({
      start: '2027-10-31T01:30',
      end: '2027-10-31T02:30',
    });
  });

  it('put the way before a visit where the clock was when it begins', () => {
    const early = visit('2027-03-28T01:10:00Z', '2027-03-28T03:00:00Z', 30);
    const events = draw({ timeZone: london, visits: [early], timeOff: [] }, {}, '2027-03-22');

    expect(named(events, `way-${early.booking.id}`)).toMatchObject({
      start: '2027-03-28T00:40',
      end: '2027-03-28T02:10',
    });
  });
});

describe('a change of hours', () => {
  const morning = { start: '08:00', end: '12:00' };
  const change = { date: '2026-11-23', from: morning, to: { start: '09:00', end: '12:30' } };

  it('takes the place of the stretch it is about and leaves the others', () => {
    expect(changeSpans([{ start: '13:00', end: '18:00' }, morning], change)).toEqual([
      { start: '09:00', end: '12:30' },
      { start: '13:00', end: '18:00' },
    ]);
    expect(changeSpans([morning], { ...change, from: undefined, to: { start: '06:00', end: '07:00' } })).toHaveLength(
      2,
    );
    expect(changeSpans([morning], { ...change, to: undefined })).toEqual([]);
  });

  it('holds for its weekday in the plan, or for its date alone', () => {
    expect(changePlan([{ weekday: 2, ...morning }, ...schedule.workingHours], change)).toEqual([
      { weekday: 1, start: '09:00', end: '12:30' },
      { weekday: 1, start: '13:00', end: '18:00' },
      { weekday: 2, start: '08:00', end: '12:00' },
    ]);
    const once = changeHours(schedule, change, 'day');
    expect(once.workingHours).toBe(schedule.workingHours);
    expect(once.exceptions).toContainEqual({
      date: '2026-11-23',
      spans: [
        { start: '09:00', end: '12:30' },
        { start: '13:00', end: '18:00' },
      ],
    });
  });

  it('puts outside what it lay around before: a visit of the same weekday only when it holds for every week', () => {
    const visits = [
      visit('2026-11-23T00:00:00Z', '2026-11-23T02:00:00Z'),
      visit('2026-11-30T00:30:00Z', '2026-11-30T02:00:00Z'),
      visit('2026-11-30T02:00:00Z', '2026-11-30T04:00:00Z'),
      visit('2026-11-30T11:00:00Z', '2026-11-30T12:00:00Z'),
    ];
    const outside = (scope: 'day' | 'weekly') =>
      visitsPutOutside(visits, schedule, changeHours(schedule, change, scope), shanghai).map(
        ({ booking }) => booking.id,
      );

    expect(outside('day')).toEqual(['2026-11-23T00:00:00Z']);
    expect(outside('weekly')).toEqual(['2026-11-23T00:00:00Z', '2026-11-30T00:30:00Z']);
  });

  it('knows a visit across midnight to lie in hours that touch there', () => {
    const nights = {
      workingHours: [
        { weekday: 1, start: '20:00', end: '24:00' },
        { weekday: 2, start: '00:00', end: '02:00' },
      ],
      exceptions: [],
    };
    const late = visit('2026-11-23T15:00:00Z', '2026-11-23T17:00:00Z');

    expect(liesInHours(late, nights, shanghai)).toBe(true);
    expect(liesInHours(late, { ...nights, exceptions: [{ date: '2026-11-24', spans: [] }] }, shanghai)).toBe(false);
    expect(liesInHours(visit('2026-11-23T14:00:00Z', '2026-11-23T16:00:00Z'), nights, shanghai)).toBe(true);
  });

  it('may touch other hours of the day and not overlap them', () => {
    expect(doOverlap([morning, { start: '12:00', end: '13:00' }])).toBe(false);
    expect(doOverlap([morning, { start: '11:45', end: '13:00' }])).toBe(true);
  });

  it('that is drawn beyond midnight ends with its day', () => {
    expect(askHours('2026-11-23', undefined, { start: '2026-11-23T20:00', end: '2026-11-24T02:00' })).toMatchObject({
      change: { from: undefined, to: { start: '20:00', end: '24:00' } },
    });
    expect(askHours('2026-11-23', morning, { start: '2026-11-23T09:00', end: '2026-11-23T12:00' })).toMatchObject({
      change: { from: morning, to: { start: '09:00', end: '12:00' } },
      draft: { instead: 'hours-2026-11-23-08:00' },
    });
  });
});

describe('what a change can collide with', () => {
  it('is agreed or asked for, and not over', () => {
    const now = Date.parse('2026-11-23T03:00:00Z');
    const of = (state: string, end: string) => isBinding({ booking: { state, end } }, now);

    expect(
      ['REQUESTED', 'CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS'].map((state) => of(state, '2026-11-23T04:00:00Z')),
    ).toEqual([true, true, true, true]);
    expect([of('COMPLETED', '2026-11-23T04:00:00Z'), of('CONFIRMED', '2026-11-23T03:00:00Z')]).toEqual([false, false]);
  });
});
