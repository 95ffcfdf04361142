/** A place on the earth in degrees, WGS 84. */
export interface GeoPoint {
  /** −90 (south pole) to 90. */
  readonly latitude: number;
  /** −180 to 180, east positive. */
  readonly longitude: number;
}

const EARTH_RADIUS_METRES = 6_371_008.8;

/** Whether the coordinates are finite and within the earth's ranges. */
export function isGeoPoint(point: GeoPoint): boolean {
  // NaN and infinities fail the comparisons.
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
}

/** Great-circle distance in metres (haversine on the mean earth radius; at most 0.6 % from the ellipsoid). */
export function distanceMetres(a: GeoPoint, b: GeoPoint): number {
  const radians = Math.PI / 180;
  const halfLatitude = ((b.latitude - a.latitude) * radians) / 2;
  const halfLongitude = ((b.longitude - a.longitude) * radians) / 2;
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(halfLongitude) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
