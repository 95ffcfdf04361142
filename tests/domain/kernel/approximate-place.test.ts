import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximatePlace } from '../../../api/kernel/approximate-place.ts';
import { distanceMetres } from '../../../api/kernel/geo-point.ts';

const aPoint = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('approximatePlace', () => {
  it('is at most 710 m off and a place on the earth', () => {
    fc.assert(
      fc.property(aPoint, (point) => {
        const cell = approximatePlace(point);

        expect(distanceMetres(point, cell)).toBeLessThanOrEqual(710);
        expect(Math.abs(cell.latitude) <= 90 && Math.abs(cell.longitude) <= 180).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes to the same for every point of a cell', () => {
    const within = fc.double({ min: -0.49, max: 0.49, noNaN: true });
    fc.assert(
      fc.property(aPoint, within, within, (point, north, east) => {
        const cell = approximatePlace(point);
        // Away from the date line, where the last cell of a row is cut short.
        fc.pre(Math.abs(cell.longitude) < 179.9);
        const neighbour = {
          latitude: cell.latitude + north / 111.32,
          longitude: cell.longitude + east / (111.32 * Math.cos((cell.latitude * Math.PI) / 180)),
        };

        expect(approximatePlace(neighbour)).toEqual(cell);
      }),
    );
  });

  it('hides a hundred addresses of one street block behind one cell, and tells blocks apart', () => {
    const block = Array.from({ length: 100 }, (_, index) => ({
      latitude: 51.507 + (index % 10) * 0.0002,
      longitude: -0.125 + Math.floor(index / 10) * 0.0002,
    }));

    expect(new Set(block.map((point) => JSON.stringify(approximatePlace(point)))).size).toBe(1);
    expect(approximatePlace({ latitude: 51.527, longitude: -0.125 })).not.toEqual(approximatePlace(block[0]!));
  });

  it('stays within half a turn at the date line', () => {
    const besideDateLine = fc.double({ min: 179.99, max: 180, noNaN: true });
    fc.assert(
      fc.property(aPoint, besideDateLine, fc.constantFrom(1, -1), ({ latitude }, east, side) => {
        const point = { latitude, longitude: side * east };
        const cell = approximatePlace(point);

        expect(Math.abs(cell.longitude)).toBeLessThanOrEqual(180);
        expect(distanceMetres(point, cell)).toBeLessThanOrEqual(710);
      }),
    );
  });

  it('has an answer at the poles', () => {
    for (const latitude of [90, -90]) {
      const cell = approximatePlace({ latitude, longitude: 12 });

      expect(Math.abs(cell.latitude) <= 90 && Math.abs(cell.longitude) <= 180).toBe(true);
      expect(distanceMetres(cell, { latitude, longitude: 12 })).toBeLessThanOrEqual(710);
    }
  });
});
