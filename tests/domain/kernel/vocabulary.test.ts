import { describe, expect, it } from 'vitest';
import { distanceMetres, isGeoPoint } from '../../../api/kernel/geo-point.ts';
import { isId, newId } from '../../../api/kernel/ids.ts';
import { isLocale, negotiateLocale } from '../../../api/kernel/locale.ts';
import { localize } from '../../../api/kernel/localized-text.ts';

describe('ids', () => {
  it('are version 7 and differ', () => {
    const ids = Array.from({ length: 1000 }, newId);

    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true);
  });

  it.each(['', 'abc', '018f4e9a-0000-7000-8000-00000000000', "018f4e9a-0000-7000-8000-000000000001'--", 7, null])(
    'are not %j',
    (value) => {
      expect(isId(value)).toBe(false);
    },
  );
});

describe('negotiateLocale', () => {
  it.each([
    [undefined, 'en', 'en'],
    ['', 'zh-CN', 'zh-CN'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'en', 'zh-CN'],
    ['en-GB,en;q=0.9', 'zh-CN', 'en'],
    ['fr, zh-Hant-TW;q=0.5, en;q=0.4', 'en', 'zh-CN'],
    ['en;q=0.2, ZH;Q=0.8', 'en', 'zh-CN'],
    ['en, zh', 'zh-CN', 'en'],
    ['fr, de', 'zh-CN', 'zh-CN'],
    ['en;q=0, *;q=0.1', 'zh-CN', 'zh-CN'],
    ['*, en;q=0.5', 'zh-CN', 'zh-CN'],
    ['en;q=nonsense', 'zh-CN', 'zh-CN'],
    ['en;q=7, zh;q=0.1', 'en', 'zh-CN'],
  ] as const)('reads %j, else %s, as %s', (header, fallback, expected) => {
    expect(negotiateLocale(header, fallback)).toBe(expected);
  });

  it('speaks the two languages and no other', () => {
    expect(['en', 'zh-CN', 'zh', 'fr', null].map(isLocale)).toEqual([true, true, false, false, false]);
    expect(localize({ en: 'Night', 'zh-CN': '夜间' }, 'zh-CN')).toBe('夜间');
    expect(localize({ en: 'Night', 'zh-CN': '夜间' }, 'en')).toBe('Night');
  });
});

describe('geo point', () => {
  it('measures London to Paris', () => {
    const london = { latitude: 51.5074, longitude: -0.1278 };
    const paris = { latitude: 48.8566, longitude: 2.3522 };

    expect(distanceMetres(london, paris)).toBeCloseTo(343_557, -2);
    expect(distanceMetres(london, london)).toBe(0);
  });

  it.each([
    [91, 0],
    [-90.1, 0],
    [0, 180.1],
    [0, -181],
    [Number.NaN, 0],
    [0, Number.POSITIVE_INFINITY],
  ])('refuses %d, %d', (latitude, longitude) => {
    expect(isGeoPoint({ latitude, longitude })).toBe(false);
  });

  it('accepts the poles and the date line', () => {
    expect(isGeoPoint({ latitude: 90, longitude: -180 })).toBe(true);
  });
});
