import type { SlotQuestion } from '../../../api/modules/availability/domain/slot-question.ts';
import { greatCircleEstimator } from '../../../api/modules/availability/domain/travel.ts';
import { workingWindows } from '../../../api/modules/availability/domain/working-windows.ts';
import type { TimeSpan, WorkingHours } from '../../../api/modules/availability/domain/working-windows.ts';
import type { OracleQuestion } from './slot-oracle.ts';

/** The same spans on every day of the week. */
export function daily(...spans: readonly TimeSpan[]): WorkingHours['weekly'] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
}

/** One ordinary Tuesday in London, 09:00–17:00, nothing booked, an hour's visit every quarter of an hour. */
export function buildOracleQuestion(overrides: Partial<OracleQuestion> = {}): OracleQuestion {
  return {
    hours: {
      weekly: daily({ start: '09:00', end: '17:00' }),
      exceptions: [],
      zone: 'Europe/London',
      from: '2027-06-15',
      to: '2027-06-15',
    },
    blocked: [],
    occupied: [],
    visit: { minutes: 60, bufferBefore: 0, bufferAfter: 0, place: null },
    travelMode: 'CAR',
    estimator: greatCircleEstimator,
    grid: 15,
    earliest: 0,
    latest: 100_000_000,
    dailyCap: { visits: null, minutes: null },
    ...overrides,
  };
}

/** The question as the engine wants it. */
export function toSlotQuestion({ hours, ...question }: OracleQuestion): SlotQuestion {
  return { ...question, windows: workingWindows(hours) };
}

export function buildSlotQuestion(overrides: Partial<OracleQuestion> = {}): SlotQuestion {
  return toSlotQuestion(buildOracleQuestion(overrides));
}
