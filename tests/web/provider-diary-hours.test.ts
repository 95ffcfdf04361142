import { describe, expect, it } from 'vitest';
import {
  addSpan,
  copyMondayToWeekdays,
  editSpans,
  findField,
  findProblems,
  isSamePlan,
  suggestSpan,
  toSpans,
  toWeekPlan,
  weeklyMinutes,
} from '../../web/src/features/provider-diary/week-plan';

const stored = [
  { weekday: 3, start: '13:00:00', end: '18:00:00' },
  { weekday: 1, start: '09:00', end: '12:00' },
  { weekday: 3, start: '08:00', end: '12:00' },
];

describe('the weekly plan while it is edited', () => {
  it('has a row for each weekday and the spans of each in order, whatever the order they were stored in', () => {
    const plan = toWeekPlan(stored);

    expect(plan.map((spans) => spans.map(({ start, end }) => `${start}-${end}`))).toEqual([
      ['09:00-12:00'],
      [],
      ['08:00-12:00', '13:00-18:00'],
      [],
      [],
      [],
      [],
    ]);
  });

  it('is sent as it was read', () => {
    expect(toSpans(toWeekPlan(stored)).spans).toEqual([
      { weekday: 1, start: '09:00', end: '12:00' },
      { weekday: 3, start: '08:00', end: '12:00' },
      { weekday: 3, start: '13:00', end: '18:00' },
    ]);
  });

  it('finds the input that a refused field path points at', () => {
    const plan = toWeekPlan(stored);
    const { keys } = toSpans(plan);

    expect(findField('spans[2].end', keys)).toEqual({ key: plan[2]?.[1]?.key, part: 'end' });
    expect(findField('input.spans.0.start', keys)).toEqual({ key: plan[0]?.[0]?.key, part: 'start' });
    expect(findField('spans[9].end', keys)).toBeUndefined();
    expect(findField('date', keys)).toBeUndefined();
  });

  it('copies Monday to Tuesday to Friday and leaves the weekend alone', () => {
    const copied = copyMondayToWeekdays(toWeekPlan([...stored, { weekday: 6, start: '10:00', end: '11:00' }]));

    expect(toSpans(copied).spans.map(({ weekday, start }) => `${weekday} ${start}`)).toEqual([
      '1 09:00',
      '2 09:00',
      '3 09:00',
      '4 09:00',
      '5 09:00',
      '6 10:00',
    ]);
    expect(new Set(toSpans(copied).keys).size).toBe(6);
  });

  it('does not count as changed when the same hours are typed in another order', () => {
    const one = toWeekPlan(stored);
    const other = one.map((spans) => spans.toReversed());

    expect(isSamePlan(one, other)).toBe(true);
    expect(isSamePlan(one, copyMondayToWeekdays(one))).toBe(false);
  });

  it('adds up the minutes of a week and leaves out spans that make no sense yet', () => {
    expect(
      weeklyMinutes(
        toWeekPlan([
          ...stored,
          { weekday: 5, start: '12:00', end: '11:00' },
          { weekday: 7, start: '22:00', end: '24:00' },
        ]),
      ),
    ).toBe((3 + 4 + 5 + 2) * 60);
  });

  it('suggests the afternoon after a morning and a whole day where there is nothing', () => {
    expect(suggestSpan([])).toEqual({ start: '09:00', end: '18:00' });
    expect(suggestSpan([{ start: '08:00', end: '12:00' }])).toEqual({ start: '13:00', end: '17:00' });
    expect(findProblems(addSpan(editSpans([{ start: '08:00', end: '23:00' }])))).not.toContainEqual(
      expect.objectContaining({ problem: 'endsBeforeStart' }),
    );
  });
});

describe('mistakes within a day', () => {
  const problemsOf = (...spans: [string, string][]) => {
    const edited = spans.map(([start, end], key) => ({ key, start, end }));
    return findProblems(edited).map(({ key, part, problem }) => `${key} ${part} ${problem}`);
  };

  it('are none for spans that touch', () => {
    expect(problemsOf(['08:00', '12:00'], ['12:00', '24:00'])).toEqual([]);
  });

  it('are named at the end that comes too early', () => {
    expect(problemsOf(['08:00', '08:00'], ['13:00', '12:00'])).toEqual([
      '0 end endsBeforeStart',
      '1 end endsBeforeStart',
    ]);
  });

  it('are named at the later of two overlapping spans, in whatever order they stand', () => {
    expect(problemsOf(['10:00', '13:00'], ['08:00', '11:00'])).toEqual(['0 start overlaps']);
  });

  it('are found behind a long span that covers more than the next one', () => {
    expect(problemsOf(['08:00', '18:00'], ['09:00', '10:00'], ['12:00', '13:00'])).toEqual([
      '1 start overlaps',
      '2 start overlaps',
    ]);
  });

  it('are named where a time is missing', () => {
    expect(problemsOf(['', '12:00'], ['13:00', ''])).toEqual(['0 start missing', '1 end missing']);
  });
});
