import type { BookingState } from '@/generated/graphql';

const TONES: Partial<Record<BookingState, string>> = {
  HELD: 'chip--warm',
  REQUESTED: 'chip--warm',
  CONFIRMED: 'chip--ok',
  EN_ROUTE: 'chip--ok',
  IN_PROGRESS: 'chip--ok',
  NO_SHOW: 'chip--bad',
};

/** How the chip of a state looks. */
export const toneOf = (state: BookingState): string => TONES[state] ?? '';
