import type { GeoPoint } from './geo-point.ts';

/** Length of one degree of latitude on a sphere of the earth's mean circumference. */
const KILOMETRES_PER_DEGREE = 111.32;

/**
 * The centre of the 1 km cell a point lies in (B11), at most about 710 m from it up to 80° of latitude. Cells are fixed,
 * not drawn around the point: asking again, or asking for the neighbours, tells no more. Rows are 1 km of latitude; within
 * a row, columns are 1 km at the latitude of its middle. Five decimals, about a metre.
 */
export function approximatePlace(point: GeoPoint): GeoPoint {
  const row = Math.floor(point.latitude * KILOMETRES_PER_DEGREE);
  const latitude = (row + 0.5) / KILOMETRES_PER_DEGREE;
  // Towards the poles a degree of longitude shrinks to nothing; there one cell goes all the way round.
  const kilometresPerDegree = Math.max(KILOMETRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180), 1 / 360);
  const column = Math.floor(point.longitude * kilometresPerDegree);
  const longitude = (column + 0.5) / kilometresPerDegree;
  return { latitude: toFiveDecimals(latitude), longitude: toFiveDecimals(withinHalfTurn(longitude)) };
}

function toFiveDecimals(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

function withinHalfTurn(longitude: number): number {
  if (longitude > 180) return longitude - 360;
  return longitude < -180 ? longitude + 360 : longitude;
}
