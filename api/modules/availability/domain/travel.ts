import { distanceMetres, type GeoPoint } from '../../../kernel/geo-point.ts';

export type { GeoPoint };

/** How a provider gets from one visit to the next. */
export type TravelMode = 'WALK' | 'BICYCLE' | 'TRANSIT' | 'CAR';

/** Answers how long a way takes; an interface so that a road matrix can replace the estimate. */
export interface TravelEstimator {
  /** Whole minutes, 0 or more, from door to door. Must be a pure function of its arguments. */
  minutes(from: GeoPoint, to: GeoPoint, mode: TravelMode): number;
  /** `true` promises that the way back takes as long as the way there, so that the slot engine asks only once. */
  readonly symmetric?: boolean;
}

/**
 * Door-to-door speeds in a city, in metres a minute. Walking 4.5 km/h and cycling 14 km/h are unhurried adults; transit
 * 20 km/h counts the waits and changes; a car at 28 km/h is ordinary daytime traffic.
 */
const METRES_PER_MINUTE: Readonly<Record<TravelMode, number>> = {
  WALK: 4_500 / 60,
  BICYCLE: 14_000 / 60,
  TRANSIT: 20_000 / 60,
  CAR: 28_000 / 60,
};

/** Streets are longer than the straight line by about this factor. */
const DETOUR_FACTOR = 1.3;
/** Leaving, parking, finding the door. */
const FIXED_MINUTES = 5;
const ROUNDED_UP_TO_MINUTES = 5;
/** Two flats of one building, or one address geocoded twice, are the same place. */
const SAME_PLACE_METRES = 25;

/**
 * The estimate of rule A2: great-circle distance × 1.3 at the mode's speed, plus 5 minutes, rounded up to 5. Places at
 * most 25 m apart are one place and cost 0, so the shortest way that is one costs 10.
 *
 * It is symmetric, and subadditive (a way over a third place is never shorter) for all hops that are not "the same
 * place"; such a hop is free and may hide one rounding step of 5 minutes. The slot engine relies on neither.
 */
export const greatCircleEstimator: TravelEstimator = {
  symmetric: true,
  minutes(from, to, mode) {
    const metres = distanceMetres(from, to);
    if (metres <= SAME_PLACE_METRES) return 0;
    const minutes = (metres * DETOUR_FACTOR) / METRES_PER_MINUTE[mode] + FIXED_MINUTES;
    return Math.ceil(minutes / ROUNDED_UP_TO_MINUTES) * ROUNDED_UP_TO_MINUTES;
  },
};
