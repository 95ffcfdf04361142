export { rank } from './domain/ranking.ts';
export { listFreeProviders } from './free-providers.ts';
export type { VisitWish } from './free-providers.ts';
export { priceCandidates } from './priced-candidates.ts';
export { provideHouseholdHistory } from './household-history.ts';
export { DaySlots, Slot } from './search.type.ts';
export { toSlot } from './search-providers.service.ts';
export { checkVisit, requireRange } from './visit-wish.ts';
export type { CheckedVisit } from './visit-wish.ts';
