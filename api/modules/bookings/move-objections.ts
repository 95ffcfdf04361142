import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { OccupiedTime, SlotObstacle } from '../availability/index.ts';
import { MoveObjectionKind } from './move-check.type.ts';

const MINUTE_MS = 60_000;

/** An obstacle of the engine as an objection: which visit of the diary it is about is known by the start. */
export interface FoundObjection<Visit> {
  readonly kind: Exclude<MoveObjectionKind, MoveObjectionKind.NOT_QUALIFIED>;
  readonly visit: Visit | null;
  readonly missingMinutes: number | null;
}

/** What a visit of the diary has to tell; `endsAt` is without the minutes that are kept free after it. */
interface DiaryVisit {
  readonly endsAt: Date;
}

/**
 * Turns an obstacle at `start` (epoch minutes) into an objection. Whoever is packing up from the visit before does not overlap
 * it: where only the minutes kept free are cut, they and the way are what is missing.
 */
export function toObjection<Visit extends DiaryVisit>(
  obstacle: SlotObstacle,
  start: number,
  visits: ReadonlyMap<number, Visit>,
  travelFrom: (entry: OccupiedTime) => number,
): FoundObjection<Visit> {
  const plain = { visit: null, missingMinutes: null };
  switch (obstacle.kind) {
    case 'TOO_CLOSE_BEFORE':
    case 'TOO_CLOSE_AFTER': {
      const kind = obstacle.kind === 'TOO_CLOSE_BEFORE' ? 'TRAVEL_BEFORE' : 'TRAVEL_AFTER';
      const visit = visits.get(obstacle.entry.visitStart) ?? null;
      return { kind: MoveObjectionKind[kind], visit, missingMinutes: obstacle.missingMinutes };
    }
    case 'OVERLAP': {
      const { entry } = obstacle;
      const visit = visits.get(entry.visitStart) ?? null;
      if (visit === null) return { ...plain, kind: MoveObjectionKind.KEPT_FOR_SOMEBODY };
      if (visit.endsAt.getTime() / MINUTE_MS > start)
        return { ...plain, kind: MoveObjectionKind.OVERLAPS_VISIT, visit };
      const missingMinutes = entry.end + travelFrom(entry) - start;
      return { kind: MoveObjectionKind.TRAVEL_BEFORE, visit, missingMinutes };
    }
    default:
      return { ...plain, kind: MoveObjectionKind[obstacle.kind] };
  }
}

const MESSAGES: Readonly<
  Record<
    Exclude<FoundObjection<never>['kind'], MoveObjectionKind.TRAVEL_BEFORE | MoveObjectionKind.TRAVEL_AFTER>,
    LocalizedText
  >
> = {
  NOT_MOVABLE: {
    en: 'Only an agreed visit that has not begun can be moved.',
    'zh-CN': '只有已确认且尚未开始的服务可以改期。',
  },
  UNCHANGED: { en: 'The visit is at this time already.', 'zh-CN': '服务原本就在这个时间。' },
  TOO_SOON: { en: 'This start has passed or is too near.', 'zh-CN': '这个时间已过或太近。' },
  BEYOND_HORIZON: { en: 'Bookings do not open that far ahead yet.', 'zh-CN': '该日期尚未开放预约。' },
  OUTSIDE_WORKING_HOURS: { en: 'It lies outside the working hours.', 'zh-CN': '超出了工作时间。' },
  OFF_GRID: { en: 'Visits of this kind do not begin at such a minute.', 'zh-CN': '此类服务不能在这一分钟开始。' },
  TIME_OFF: { en: 'It falls into time off.', 'zh-CN': '与休假时间冲突。' },
  OVERLAPS_VISIT: { en: 'It overlaps another visit.', 'zh-CN': '与另一项服务重叠。' },
  KEPT_FOR_SOMEBODY: {
    en: 'A household is booking this time right now.',
    'zh-CN': '有客户正在预订这段时间。',
  },
  DAY_FULL: { en: 'That day is full.', 'zh-CN': '当天的服务已排满。' },
};

/** The objection in words; what speaks against the person or the place has words of its own. */
export function objectionMessage({ kind, visit, missingMinutes }: FoundObjection<unknown>): LocalizedText {
  const minutes = missingMinutes ?? 0;
  const unit = minutes === 1 ? '1 minute is' : `${minutes} minutes are`;
  if (kind === MoveObjectionKind.TRAVEL_BEFORE)
    return visit === null
      ? { en: `${unit} missing after the time before it.`, 'zh-CN': `与前一段时间之间还差 ${minutes} 分钟。` }
      : {
          en: `${unit} missing to get there from the visit before.`,
          'zh-CN': `从上一项服务赶来还差 ${minutes} 分钟。`,
        };
  if (kind === MoveObjectionKind.TRAVEL_AFTER)
    return visit === null
      ? { en: `${unit} missing before the time after it.`, 'zh-CN': `与后一段时间之间还差 ${minutes} 分钟。` }
      : { en: `${unit} missing to get to the visit after it.`, 'zh-CN': `赶往下一项服务还差 ${minutes} 分钟。` };
  return MESSAGES[kind];
}
