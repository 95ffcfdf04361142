import type { Interval } from './interval.ts';
import type { GeoPoint, TravelEstimator, TravelMode } from './travel.ts';
import type { WorkingWindow } from './working-windows.ts';

/** Time of a provider that a visit already takes: `[start − buffer before, end + buffer after)` of that visit. */
export interface OccupiedTime extends Interval {
  /** When the visit proper begins (epoch minutes); its local day is the one whose daily cap it counts for. */
  readonly visitStart: number;
  /** Where it is; `null` when unknown or of no consequence: then no travel is asked for. */
  readonly place: GeoPoint | null;
}

/** The visit that a start is looked for. */
export interface RequestedVisit {
  /** Length of the visit proper, without buffers; 1 or more. */
  readonly minutes: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** `null` asks for no travel to or from this visit. */
  readonly place: GeoPoint | null;
}

/** How much a provider takes on in one local day; `null` is no limit. */
export interface DailyCap {
  /** At most so many visits that begin on the day. */
  readonly visits: number | null;
  /** At most so many occupied minutes (visits with their own buffers, not travel) of visits that begin on the day. */
  readonly minutes: number | null;
}

/** Everything the slot engine needs to know of one provider and one wish. Plain data; it is never changed. */
export interface SlotQuestion {
  /** Working time, as `workingWindows` gives it. */
  readonly windows: readonly WorkingWindow[];
  /** Time off and imported busy time: nothing may be put there, but it is nowhere and asks for no buffer or travel. */
  readonly blocked: readonly Interval[];
  /** Live reservations, in any order. */
  readonly occupied: readonly OccupiedTime[];
  readonly visit: RequestedVisit;
  readonly travelMode: TravelMode;
  readonly estimator: TravelEstimator;
  /** Starts are multiples of so many minutes on the wall clock, counted from 00:00 of each day; 1 or more. */
  readonly grid: number;
  /** First instant that may be a start: now plus the minimum notice. */
  readonly earliest: number;
  /** First instant that is too far ahead to be a start (the horizon), exclusive. */
  readonly latest: number;
  readonly dailyCap: DailyCap;
}
