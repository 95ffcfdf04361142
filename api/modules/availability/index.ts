export { HOURS_CHANGED } from './availability.events.ts';
export { TimeOffAdded } from './availability.type.ts';
export { listDiaries } from './diary.queries.ts';
export type { Diary } from './diary.queries.ts';
export type { ProviderStanding } from './domain/bookability.ts';
export { localDay, localDays, toLocalDate, wallClockInterval } from './domain/local-day.ts';
export { freeStarts, isFree, nearestFreeStarts } from './domain/slot-engine.ts';
export type { SlotObstacle } from './domain/slot-obstacles.ts';
export type { OccupiedTime, SlotQuestion } from './domain/slot-question.ts';
export { whyNotFree } from './domain/slot-refusal.ts';
export type { SlotRefusal } from './domain/slot-refusal.ts';
export { extendBookedTime, findExtensionObstacle } from './extend-visit.ts';
export type { ExtensionObstacle } from './extend-visit.ts';
export { greatCircleEstimator } from './domain/travel.ts';
export { HoursException } from './hours-exception.entity.ts';
export {
  bookReservation,
  extendReservation,
  lockDiaries,
  releaseReservation,
  reserveTime,
  sweepLapsedHolds,
} from './reserve-time.ts';
export { Reservation } from './reservation.entity.ts';
export { listStandings } from './standing.queries.ts';
export { TimeOff } from './time-off.entity.ts';
export { buffersOf, checkStart, reasonsAgainst, toSlotQuestion } from './visit-plan.ts';
export type { NeighbouringVisit, SlotWish } from './visit-plan.ts';
export { WorkingSpan } from './working-span.entity.ts';
