import type { Rows } from '../matrix-rows.ts';

export const diaryRows = {
  mySchedule: { for: ['provider'], variables: () => ({ from: '2027-03-10', to: '2027-04-10' }) },
  setWorkingHours: {
    for: ['provider'],
    variables: () => ({ input: { spans: [{ weekday: 1, start: '08:00', end: '20:00' }] } }),
  },
  setHoursException: {
    for: ['provider'],
    variables: () => ({ input: { date: '2027-06-01', spans: [{ start: '10:00', end: '12:00' }] } }),
  },
  removeHoursException: { for: ['provider'], ids: { id: { a: 'hoursException' } } },
  addTimeOff: {
    for: ['provider'],
    variables: () => ({ input: { start: '2027-09-01T08:00:00Z', end: '2027-09-01T10:00:00Z' } }),
  },
  changeTimeOff: {
    for: ['provider'],
    ids: { 'input.id': { a: 'timeOff' } },
    variables: () => ({ input: { start: '2027-09-02T08:00:00Z', end: '2027-09-02T10:00:00Z' } }),
  },
  removeTimeOff: { for: ['provider'], ids: { id: { a: 'timeOff' } } },
} as const satisfies Rows;
