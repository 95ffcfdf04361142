import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '../../../api/kernel/geo-point.ts';
import { greatCircleEstimator } from '../../../api/modules/availability/domain/travel.ts';
import type { GeoPoint, TravelMode } from '../../../api/modules/availability/domain/travel.ts';

const MODES: readonly TravelMode[] = ['WALK', 'BICYCLE', 'TRANSIT', 'CAR'];
const EQUATOR: GeoPoint = { latitude: 0, longitude: 0 };

const point: fc.Arbitrary<GeoPoint> = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** A point so many metres north of the equator: along a meridian the arc is the latitude. */
function north(metres: number): GeoPoint {
  return { latitude: (metres / 6_371_008.8) * (180 / Math.PI), longitude: 0 };
}

/** The same distance by the angle between two vectors from the centre of the earth. */
function distanceByVectors(a: GeoPoint, b: GeoPoint): number {
  const vector = ({ latitude, longitude }: GeoPoint) => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const;
  };
  const [u, v] = [vector(a), vector(b)];
  const dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  const cross = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
  return 6_371_008.8 * Math.atan2(cross, dot);
}

describe('distanceMetres', () => {
  it('is that of London to New York', () => {
    const london = { latitude: 51.5074, longitude: -0.1278 };
    const newYork = { latitude: 40.7128, longitude: -74.006 };

    expect(distanceMetres(london, newYork) / 1000).toBeCloseTo(5570.2, 0);
  });

  it('agrees with the angle between vectors everywhere, across the date line and to the far side', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(Math.abs(distanceMetres(a, b) - distanceByVectors(a, b))).toBeLessThan(1);
      }),
      { seed: 42 },
    );
    expect(distanceMetres(EQUATOR, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  });
});

describe('greatCircleEstimator', () => {
  it.each([
    [0, 'CAR', 0],
    [24, 'WALK', 0],
    [26, 'WALK', 10],
    [1_000, 'WALK', 25],
    [1_000, 'BICYCLE', 15],
    [1_000, 'TRANSIT', 10],
    [1_000, 'CAR', 10],
    [10_000, 'WALK', 180],
    [10_000, 'BICYCLE', 65],
    [10_000, 'TRANSIT', 45],
    [10_000, 'CAR', 35],
  ] as const)('takes for %d metres by %s %d minutes', (metres, mode, minutes) => {
    expect(greatCircleEstimator.minutes(EQUATOR, north(metres), mode)).toBe(minutes);
  });

  it('rounds up as soon as a step of five minutes is full', () => {
    const metresInTenMinutes = ((10 - 5) * (28_000 / 60)) / 1.3;

    expect(greatCircleEstimator.minutes(EQUATOR, north(metresInTenMinutes - 1), 'CAR')).toBe(10);
    expect(greatCircleEstimator.minutes(EQUATOR, north(metresInTenMinutes + 1), 'CAR')).toBe(15);
  });

  it('is as long back as there, and never shorter over a third place that is another place', () => {
    fc.assert(
      fc.property(point, point, point, fc.constantFrom(...MODES), (a, b, c, mode) => {
        const way = (from: GeoPoint, to: GeoPoint) => greatCircleEstimator.minutes(from, to, mode);
        expect(way(b, a)).toBe(way(a, b));
        fc.pre(distanceMetres(a, b) > 25 && distanceMetres(b, c) > 25);
        expect(way(a, b) + way(b, c)).toBeGreaterThanOrEqual(way(a, c));
      }),
      { numRuns: 500, seed: 42 },
    );
  });
});
