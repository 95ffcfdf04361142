import { CLIENT_PLACE, GAP_MINUTES, GRID_MINUTES } from './workload-a.ts';

/**
 * The limit: the same answer from nothing but sorted integers. All providers lie in a few flat columns, windows are
 * already instants, every constant of the workload is written in, and nothing is checked.
 */
export interface FlatProviders {
  readonly visitMinutes: Int32Array;
  /** Windows of provider `p` are `windowsFrom[p]` to `windowsFrom[p + 1]`, exclusive; visits likewise. */
  readonly windowsFrom: Int32Array;
  readonly windowStart: Int32Array;
  readonly windowEnd: Int32Array;
  readonly visitsFrom: Int32Array;
  readonly visitStart: Int32Array;
  readonly visitEnd: Int32Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

/** All free starts of each provider. The gap between visits is always 30 minutes. */
export function sweepWithFixedGap(flat: FlatProviders): number[][] {
  const { windowsFrom, windowStart, windowEnd, visitsFrom, visitStart, visitEnd } = flat;
  const answer: number[][] = [];
  for (let p = 0; p < flat.visitMinutes.length; p++) {
    const minutes = flat.visitMinutes[p]!;
    const lastVisit = visitsFrom[p + 1]!;
    let visit = visitsFrom[p]!;
    const found: number[] = [];
    answer.push(found);
    let start = 0;
    for (let w = windowsFrom[p]!; w < windowsFrom[p + 1]!; w++) {
      const lastStart = windowEnd[w]! - minutes;
      start = Math.max(start, windowStart[w]!);
      for (; visit < lastVisit && visitStart[visit]! < windowEnd[w]! + GAP_MINUTES; visit++) {
        const lastBefore = Math.min(lastStart, visitStart[visit]! - GAP_MINUTES - minutes);
        for (; start <= lastBefore; start += GRID_MINUTES) found.push(start);
        start = Math.max(start, visitEnd[visit]! + GAP_MINUTES);
      }
      for (; start <= lastStart; start += GRID_MINUTES) found.push(start);
    }
  }
  return answer;
}

/** As {@link sweepWithFixedGap}, with the gap to each visit estimated from the way to it (car, rule A2). */
export function sweepWithTravel(flat: FlatProviders): number[][] {
  const { windowsFrom, windowStart, windowEnd, visitsFrom } = flat;
  const from = new Int32Array(flat.visitStart.length);
  const until = new Int32Array(flat.visitStart.length);
  const answer: number[][] = [];
  for (let p = 0; p < flat.visitMinutes.length; p++) {
    const minutes = flat.visitMinutes[p]!;
    sortForbidden(flat, p, from, until);
    const lastVisit = visitsFrom[p + 1]!;
    let visit = visitsFrom[p]!;
    const found: number[] = [];
    answer.push(found);
    let start = 0;
    for (let w = windowsFrom[p]!; w < windowsFrom[p + 1]!; w++) {
      const lastStart = windowEnd[w]! - minutes;
      start = Math.max(start, windowStart[w]!);
      for (; visit < lastVisit && from[visit]! <= lastStart; visit++) {
        for (; start < from[visit]!; start += GRID_MINUTES) found.push(start);
        // The clock of the workload's zone is a whole number of steps from UTC.
        const over = until[visit]! % GRID_MINUTES;
        start = Math.max(start, over === 0 ? until[visit]! : until[visit]! + GRID_MINUTES - over);
      }
      for (; start <= lastStart; start += GRID_MINUTES) found.push(start);
    }
  }
  return answer;
}

function sortForbidden(flat: FlatProviders, p: number, from: Int32Array, until: Int32Array): void {
  const first = flat.visitsFrom[p]!;
  for (let i = first; i < flat.visitsFrom[p + 1]!; i++) {
    const travel = carMinutes(flat.latitude[i]!, flat.longitude[i]!);
    const lo = flat.visitStart[i]! - travel - flat.visitMinutes[p]! + 1;
    const hi = flat.visitEnd[i]! + travel;
    let slot = i;
    for (; slot > first && from[slot - 1]! > lo; slot--) {
      from[slot] = from[slot - 1]!;
      until[slot] = until[slot - 1]!;
    }
    from[slot] = lo;
    until[slot] = hi;
  }
}

const RADIANS = Math.PI / 180;
const CLIENT_COSINE = Math.cos(CLIENT_PLACE.latitude * RADIANS);

function carMinutes(latitude: number, longitude: number): number {
  const sinLatitude = Math.sin((latitude - CLIENT_PLACE.latitude) * (RADIANS / 2));
  const sinLongitude = Math.sin((longitude - CLIENT_PLACE.longitude) * (RADIANS / 2));
  const haversine =
    sinLatitude * sinLatitude + CLIENT_COSINE * Math.cos(latitude * RADIANS) * sinLongitude * sinLongitude;
  const metres = 2 * 6_371_008.8 * Math.asin(Math.sqrt(haversine));
  return metres <= 25 ? 0 : Math.ceil(((metres * 1.3) / (28_000 / 60) + 5) / 5) * 5;
}
