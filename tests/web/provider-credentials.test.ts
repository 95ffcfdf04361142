import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  groupByStage,
  isDueForRenewal,
} from '../../web/src/features/provider-credentials/credential-stage';
import { quietZone, toQrPath } from '../../web/src/ui/qr-path';
import { fitPicture, stepZoom, turnRight } from '../../web/src/ui/picture-fit';

const TODAY = '2027-03-10';

function credential(
  id: string,
  state: Parameters<typeof isDueForRenewal>[0]['state'],
  validUntil: string | null = null,
  typeId = 'identity',
) {
  return { id, state, validUntil, type: { id: typeId } };
}

describe('own credentials', () => {
  it('are grouped by who has to act, those that wait for the provider first', () => {
    const groups = groupByStage([
      credential('a', 'APPROVED'),
      credential('b', 'THIRD_REVIEW'),
      credential('c', 'REJECTED'),
      credential('d', 'DRAFT'),
    ]);

    expect(groups.map(({ stage, credentials }) => [stage, credentials.map(({ id }) => id)])).toEqual([
      ['todo', ['c', 'd']],
      ['waiting', ['b']],
      ['valid', ['a']],
    ]);
  });

  it('count the days to the last valid one across a change of the clocks', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween(TODAY, TODAY)).toBe(0);
    expect(daysBetween(TODAY, '2027-03-09')).toBe(-1);
  });

  it('are to be renewed from 60 days before their end, unless that is under way', () => {
    const ending = credential('a', 'APPROVED', '2027-05-09');

    expect(isDueForRenewal(ending, [ending], TODAY)).toBe(true);
    expect(isDueForRenewal({ ...ending, validUntil: '2027-05-10' }, [ending], TODAY)).toBe(false);
    expect(isDueForRenewal({ ...ending, validUntil: null }, [ending], TODAY)).toBe(false);
    expect(isDueForRenewal(ending, [ending, credential('b', 'SUBMITTED')], TODAY)).toBe(false);
    expect(isDueForRenewal(ending, [ending, credential('b', 'DRAFT')], TODAY)).toBe(false);
    expect(isDueForRenewal(ending, [ending, credential('b', 'APPROVED', '2028-01-01')], TODAY)).toBe(false);
    expect(isDueForRenewal(ending, [ending, credential('b', 'SUBMITTED', null, 'other')], TODAY)).toBe(true);
    expect(isDueForRenewal(credential('c', 'EXPIRED', '2027-01-01'), [], TODAY)).toBe(true);
  });
});

describe('the QR code', () => {
  it('has the three corners that readers look for, within its quiet zone', () => {
    const { path, edge } = toQrPath('https://doorstep.test/verify/abc');
    const size = edge - 2 * quietZone;
    const isDark = (row: number, column: number): boolean =>
      path.includes(`M${column + quietZone} ${row + quietZone}h1v1h-1z`);

    for (const [row, column] of [
      [0, 0],
      [0, size - 7],
      [size - 7, 0],
    ] as const) {
      for (let step = 0; step < 7; step += 1) expect(isDark(row, column + step)).toBe(true);
      expect(isDark(row + 1, column + 1)).toBe(false);
      expect(isDark(row + 3, column + 3)).toBe(true);
    }
    expect(path).not.toMatch(/M[0-3] /);
  });
});

describe('a picture on the stage', () => {
  const stage = { width: 400, height: 300 };

  it('lies whole within it and is not blown up', () => {
    expect(fitPicture({ width: 800, height: 300 }, stage, { turn: 0, zoom: 1 }).room).toEqual({
      width: 400,
      height: 150,
    });
    expect(fitPicture({ width: 100, height: 50 }, stage, { turn: 0, zoom: 1 }).room).toEqual({
      width: 100,
      height: 50,
    });
  });

  it('takes its room the other way round when it is turned', () => {
    const { drawn, room } = fitPicture({ width: 800, height: 400 }, stage, { turn: 1, zoom: 1 });

    expect(room).toEqual({ width: 150, height: 300 });
    expect(drawn).toEqual({ width: 300, height: 150 });
  });

  it('grows by steps and turns round in four', () => {
    expect(fitPicture({ width: 400, height: 300 }, stage, { turn: 0, zoom: 2 }).room).toEqual({
      width: 800,
      height: 600,
    });
    expect([stepZoom(1, -1), stepZoom(1, 1), stepZoom(6, 1), stepZoom(2, -1)]).toEqual([1, 1.5, 6, 1.5]);
    expect(turnRight(turnRight(turnRight(turnRight(0))))).toBe(0);
  });
});
