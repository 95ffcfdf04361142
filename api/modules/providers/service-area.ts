/**
 * SQL of the box around a provider's service area, in degrees; a little larger than the circle in it (a degree is taken as
 * 110 km). Index and search must use the same text, or PostgreSQL does not see that one serves the other.
 */
const REACH_NORTH = 'service_radius_metres / 110000.0::float8';
const REACH_EAST = 'service_radius_metres / (110000.0::float8 * greatest(0.01, cos(radians(latitude))))';

export const SERVICE_AREA_SQL = `box(point(longitude - ${REACH_EAST}, latitude - ${REACH_NORTH}), point(longitude + ${REACH_EAST}, latitude + ${REACH_NORTH}))`;
