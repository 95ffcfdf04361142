import { describe, expect, it } from 'vitest';
import type { SlotObstacle } from '../../../api/modules/availability/index.ts';
import { MoveObjectionKind } from '../../../api/modules/bookings/move-check.type.ts';
import { objectionMessage, toObjection } from '../../../api/modules/bookings/move-objections.ts';

const NOON = Date.UTC(2027, 2, 13, 12) / 60_000;
const entry = { start: NOON - 120, visitStart: NOON - 120, end: NOON + 15, place: null };
const visit = { name: 'Ann', endsAt: new Date(NOON * 60_000) };
const known = new Map([[entry.visitStart, visit]]);
const judge = (obstacle: SlotObstacle, start = NOON, visits = known) => toObjection(obstacle, start, visits, () => 20);

describe('an obstacle as an objection', () => {
  it('is an overlap while the other visit lasts, and missing time once it only packs up', () => {
    expect(judge({ kind: 'OVERLAP', entry }, NOON - 1)).toEqual({
      kind: 'OVERLAPS_VISIT',
      visit,
      missingMinutes: null,
    });
    expect(judge({ kind: 'OVERLAP', entry })).toEqual({ kind: 'TRAVEL_BEFORE', visit, missingMinutes: 35 });
    expect(judge({ kind: 'OVERLAP', entry }, NOON + 14)).toMatchObject({ missingMinutes: 21 });
  });

  it('is somebody’s kept time where no visit of the diary is known there', () => {
    expect(judge({ kind: 'OVERLAP', entry }, NOON, new Map())).toEqual({
      kind: 'KEPT_FOR_SOMEBODY',
      visit: null,
      missingMinutes: null,
    });
  });

  it('keeps the minutes that are missing, before and after', () => {
    expect(judge({ kind: 'TOO_CLOSE_BEFORE', entry, missingMinutes: 5 })).toEqual({
      kind: 'TRAVEL_BEFORE',
      visit,
      missingMinutes: 5,
    });
    expect(judge({ kind: 'TOO_CLOSE_AFTER', entry, missingMinutes: 1 }, NOON, new Map())).toEqual({
      kind: 'TRAVEL_AFTER',
      visit: null,
      missingMinutes: 1,
    });
  });
});

describe('an objection in words', () => {
  it('exists for every kind, in both languages, and differs from all others', () => {
    const kinds = Object.values(MoveObjectionKind).filter((kind) => kind !== MoveObjectionKind.NOT_QUALIFIED);
    const texts = kinds.map((kind) => objectionMessage({ kind, visit, missingMinutes: 15 }));

    expect(new Set(texts.map(({ en }) => en)).size).toBe(kinds.length);
    expect(new Set(texts.map((text) => text['zh-CN'])).size).toBe(kinds.length);
    expect(texts.every((text) => /[\u4e00-\u9fff]/u.test(text['zh-CN']))).toBe(true);
  });

  it('counts minutes, and says from which side', () => {
    const words = (
      kind: MoveObjectionKind.TRAVEL_BEFORE | MoveObjectionKind.TRAVEL_AFTER,
      minutes: number,
      of: object | null,
    ) => objectionMessage({ kind, visit: of, missingMinutes: minutes });

    expect(words(MoveObjectionKind.TRAVEL_BEFORE, 1, visit)).toEqual({
      en: '1 minute is missing to get there from the visit before.',
      'zh-CN': '从上一项服务赶来还差 1 分钟。',
    });
    expect(words(MoveObjectionKind.TRAVEL_AFTER, 20, null).en).toBe('20 minutes are missing before the time after it.');
  });
});
