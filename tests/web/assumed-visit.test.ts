import { describe, expect, it } from 'vitest';
import type { WaitingStep } from '../../web/src/app/step-queue';
import { assumeTaken } from '../../web/src/features/visit-work/assumed-visit';
import type { WorkedVisit } from '../../web/src/features/visit-work/assumed-visit';

const AT = '2027-03-12T10:00:00.000Z';
const waiting = (name: string, input: Record<string, unknown> = {}): WaitingStep => ({
  key: name,
  name,
  bookingId: 'b1',
  owner: 'lin',
  input,
  at: AT,
});
const task = { label: 'Oven', service: 'Cleaning', doneAt: null };
const visit = {
  state: 'CONFIRMED',
  visit: { checklist: [task, task], actions: ['START_TRAVEL', 'START'] },
} as unknown as WorkedVisit;

describe('the visit as it will be once what waits has arrived', () => {
  it('is as it is while nothing waits', () => {
    expect(assumeTaken(visit, [])).toEqual(visit);
  });

  it('goes on without a network from the way to the end', () => {
    const names = ['startTravel', 'startVisit', 'finishVisit'];
    const states = names.map(
      (_, index) =>
        assumeTaken(
          visit,
          names.slice(0, index + 1).map((name) => waiting(name)),
        ).state,
    );

    expect(states).toEqual(['EN_ROUTE', 'IN_PROGRESS', 'COMPLETED']);
    expect(assumeTaken(visit, [waiting('startVisit')]).visit.actions).toContain('FINISH');
    expect(
      assumeTaken(
        visit,
        names.map((name) => waiting(name)),
      ).visit.actions,
    ).toEqual([]);
  });

  it('has the ticks that were made, and not those taken back', () => {
    const ticked = [waiting('tickTask', { task: 0, done: true }), waiting('tickTask', { task: 1, done: true })];
    const done = (steps: WaitingStep[]): (string | null | undefined)[] =>
      assumeTaken(visit, steps).visit.checklist.map(({ doneAt }) => doneAt);

    expect(done(ticked)).toEqual([AT, AT]);
    expect(done([...ticked, waiting('tickTask', { task: 0, done: false })])).toEqual([null, AT]);
  });
});
