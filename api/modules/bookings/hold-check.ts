import { distanceMetres } from '../../kernel/geo-point.ts';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import { addDays } from '../../kernel/local-date.ts';
import { required } from '../../kernel/required.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import {
  listDiaries,
  listStandings,
  nearestFreeStarts,
  reasonsAgainst,
  toLocalDate,
  toSlotQuestion,
  whyNotFree,
} from '../availability/index.ts';
import type { Diary, ProviderStanding, SlotQuestion, SlotRefusal } from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import type { ServiceItem } from '../catalog/index.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import type { Provider } from '../providers/index.ts';
import { toSlot } from '../search/index.ts';
import type { CheckedVisit } from '../search/index.ts';
import { BookabilityCode, NotBookableError, SlotTakenError } from './bookings.errors.ts';
import type { BookabilityReason } from './bookings.errors.ts';
import type { Obstacle } from './hold-outcome.ts';

/** Local days before and after the wanted one among which alternatives are looked for. */
const ALTERNATIVE_DAYS = 6;
const ALTERNATIVES = 3;
const MINUTE_MS = 60_000;

/** A time somebody wants to hold, with everything it is checked against but the diary. */
export interface WantedTime {
  readonly provider: Provider;
  readonly checked: CheckedVisit;
  readonly start: Date;
  /** Start of the visit that would make way for it: its time counts as free. */
  readonly insteadOf?: Date;
}

/** Where the visit takes place: the household's place, or the provider's studio. */
export function pointOf({ provider, checked }: Pick<WantedTime, 'provider' | 'checked'>): GeoPoint {
  return checked.place?.point ?? { latitude: provider.latitude, longitude: provider.longitude };
}

/**
 * Whether the time can be held, by the same engine as search; null when it can. Run under the lock of the provider's
 * diary: what it finds free stays free until the transaction ends.
 */
export async function findObstacle(
  em: EntityManager,
  context: RequestContext,
  wanted: WantedTime,
): Promise<Obstacle | null> {
  const { provider, checked, start } = wanted;
  const { region } = checked.visit;
  const zone = region.timeZone;
  const startMinutes = start.getTime() / MINUTE_MS;
  if (!Number.isInteger(startMinutes)) return refuseStart(context, 'OFF_GRID');

  const plan = { items: itemsOf(checked), minutes: checked.minutes, place: pointOf(wanted) };
  const { standing, diary } = await readDiary(em, context, wanted);
  const reasons = [
    ...placeReasons(context, wanted),
    ...reasonsAgainst(standing, plan, zone, startMinutes).map(({ code, subject }) =>
      toReason(context, BookabilityCode[code], subject),
    ),
  ];
  if (reasons.length > 0) return notBookable(context, reasons);

  const day = toLocalDate(startMinutes, zone);
  const question = toSlotQuestion({
    provider,
    standing,
    diary,
    region,
    plan,
    now: context.clock.now(),
    from: addDays(day, -ALTERNATIVE_DAYS),
    to: addDays(day, ALTERNATIVE_DAYS),
  });
  const refusal = whyNotFree(question, startMinutes);
  if (refusal === null) return null;
  if (refusal === 'TOO_SOON' || refusal === 'BEYOND_HORIZON' || refusal === 'OFF_GRID')
    return refuseStart(context, refusal);
  return slotTaken(context, question, startMinutes, checked.minutes);
}

async function readDiary(
  em: EntityManager,
  context: RequestContext,
  { provider, checked, start, insteadOf }: WantedTime,
): Promise<{ standing: ProviderStanding; diary: Diary }> {
  const reach = ALTERNATIVE_DAYS * 86_400_000;
  const range = {
    start: new Date(start.getTime() - reach),
    end: new Date(start.getTime() + reach),
    now: context.clock.now(),
  };
  const itemIds = itemsOf(checked).map(({ id }) => id);
  const standings = await listStandings(em, [provider], itemIds);
  const diaries = await listDiaries(em, [provider.id], range);
  const diary = required(diaries.get(provider.id), 'a diary');
  // Live visits of one provider never overlap, so the start names one.
  const ownStart = insteadOf === undefined ? null : insteadOf.getTime() / MINUTE_MS;
  return {
    standing: required(standings.get(provider.id), 'a standing'),
    diary: { ...diary, occupied: diary.occupied.filter(({ visitStart }) => visitStart !== ownStart) },
  };
}

function itemsOf(checked: CheckedVisit): ServiceItem[] {
  return checked.visit.items.map(({ item }) => item);
}

/** What speaks against the place of the visit, whenever it is. */
export function placeReasons(
  context: RequestContext,
  { provider, checked }: Pick<WantedTime, 'provider' | 'checked'>,
): BookabilityReason[] {
  const { place } = checked;
  const venue = place === null ? Venue.AT_STUDIO : Venue.AT_HOME;
  const found: BookabilityReason[] = [];
  if (!itemsOf(checked).every((item) => item.venues.includes(venue)) || (place === null && !provider.hasStudio))
    found.push(toReason(context, BookabilityCode.VENUE_NOT_OFFERED, null));
  if (place !== null && distanceMetres(provider, place.point) > provider.serviceRadiusMetres)
    found.push(toReason(context, BookabilityCode.OUTSIDE_SERVICE_AREA, null));
  return found;
}

export function notBookable(context: RequestContext, reasons: BookabilityReason[]): NotBookableError {
  return new NotBookableError(
    say(context, {
      en: 'This person cannot be booked for this visit then.',
      'zh-CN': '这位服务者当天不能承接此次服务。',
    }),
    reasons,
  );
}

/** The answer to whoever came second: what can be booked instead. */
export function slotTaken(
  context: RequestContext,
  question: SlotQuestion | null,
  start: number,
  minutes: number,
): SlotTakenError {
  const nearest = question === null ? [] : nearestFreeStarts(question, start, ALTERNATIVES);
  return new SlotTakenError(
    say(context, { en: 'This time is not free for this visit.', 'zh-CN': '该时间无法安排本次服务。' }),
    nearest.map((alternative) => toSlot(alternative, minutes)),
  );
}

const START_MESSAGES: Readonly<Record<'TOO_SOON' | 'BEYOND_HORIZON' | 'OFF_GRID', LocalizedText>> = {
  TOO_SOON: {
    en: 'This start has passed or is too near. Choose a later one.',
    'zh-CN': '开始时间已过或太近，请选择更晚的时间。',
  },
  BEYOND_HORIZON: {
    en: 'Bookings do not open that far ahead yet. Choose an earlier start.',
    'zh-CN': '该日期尚未开放预约，请选择更早的时间。',
  },
  OFF_GRID: {
    en: 'Visits begin on the quarter hours that are offered. Choose one of the free times.',
    'zh-CN': '服务只能在所列的时间开始，请选择空闲时间。',
  },
};

/** The answer to a start that nobody could have. */
export function refuseStart(
  context: RequestContext,
  refusal: Extract<SlotRefusal, keyof typeof START_MESSAGES>,
): InvalidVisitError {
  return new InvalidVisitError(refusal, say(context, START_MESSAGES[refusal]), 'start');
}

const REASON_MESSAGES: Readonly<Record<BookabilityCode, LocalizedText>> = {
  PROVIDER_NOT_ACTIVE: { en: 'Takes no bookings at present.', 'zh-CN': '目前不接单。' },
  OFFERING_OFF: { en: 'Does not offer this service at present.', 'zh-CN': '目前不提供此服务。' },
  CREDENTIAL_MISSING: { en: 'Lacks a required credential.', 'zh-CN': '缺少必需的资质。' },
  CREDENTIAL_NOT_VALID: { en: 'A required credential is not valid on that day.', 'zh-CN': '当天有必需的资质失效。' },
  COURSE_MISSING: { en: 'Has not passed the required course.', 'zh-CN': '尚未通过必修课程。' },
  COURSE_NOT_VALID: {
    en: 'The certificate of the required course is not valid on that day.',
    'zh-CN': '当天必修课程证书失效。',
  },
  LEVEL_TOO_LOW: { en: 'This service asks for a higher level.', 'zh-CN': '此服务需要更高的等级。' },
  VENUE_NOT_OFFERED: { en: 'This service is not done at that kind of place.', 'zh-CN': '此服务不在这类地点进行。' },
  OUTSIDE_SERVICE_AREA: { en: 'Does not come to this address.', 'zh-CN': '该地址超出服务范围。' },
};

export function toReason(context: RequestContext, code: BookabilityCode, subject: string | null): BookabilityReason {
  return { code, message: say(context, REASON_MESSAGES[code]), subject };
}
