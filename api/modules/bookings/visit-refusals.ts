import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { ExtensionObstacle } from '../availability/index.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import type { GuardName } from './domain/transition-guards.ts';
import { NEAR_MS, WAIT_MS } from './domain/transition-guards.ts';
import { TRANSITIONS } from './domain/transitions.ts';
import type { BookingActor, BookingState as StateName, TransitionRefusal } from './domain/transitions.ts';
import { TimeNotFreeError, VisitRefusedError } from './visit.errors.ts';

const MESSAGES = {
  NOT_YOURS: { en: 'Only the other side of this visit can do that.', 'zh-CN': '此操作只能由对方完成。' },
  NOT_NOW: {
    en: 'As this visit stands, that can no longer or not yet be done.',
    'zh-CN': '当前服务状态下无法进行此操作。',
  },
  TOO_EARLY: {
    en: 'That can be done from 4 hours before the start.',
    'zh-CN': '开始前 4 小时内才能进行此操作。',
  },
  AT_STUDIO: {
    en: 'The household comes to your studio: there is no way to go.',
    'zh-CN': '本次服务在您的工作室进行，无需出发。',
  },
  CODE_LOCKED: {
    en: 'Five wrong codes were tried. Ask the household to confirm on its phone that you are there.',
    'zh-CN': '验证码已输错五次。请让客户在手机上确认您已到达。',
  },
  WAIT_LONGER: {
    en: 'Please wait until 15 minutes after the start.',
    'zh-CN': '请等到预约开始 15 分钟之后再报告。',
  },
  NO_NOTE: { en: 'Say how you know that nobody came.', 'zh-CN': '请说明对方未到的情况。' },
  NO_SUCH_TASK: { en: 'There is no such entry in the list.', 'zh-CN': '清单中没有这一项。' },
} as const satisfies Record<string, LocalizedText>;

export type VisitRefusalCode = keyof typeof MESSAGES;

export function refuseVisit(
  context: RequestContext,
  booking: Pick<Booking, 'state'>,
  code: VisitRefusalCode,
  from: Date | null = null,
): VisitRefusedError {
  return new VisitRefusedError(code, say(context, MESSAGES[code]), booking.state, from);
}

const BY_GUARD: Readonly<Partial<Record<GuardName, VisitRefusalCode>>> = {
  'visit-is-near': 'TOO_EARLY',
  'provider-travels': 'AT_STUDIO',
  'waited-long-enough': 'WAIT_LONGER',
  'evidence-is-given': 'NO_NOTE',
};

/** What the refusal of the transition table means to whoever wanted the change. */
export function toVisitRefusal(
  context: RequestContext,
  booking: Pick<Booking, 'state' | 'startsAt'>,
  {
    refusal,
    to,
    side,
  }: { readonly refusal: TransitionRefusal; readonly to: BookingState; readonly side: BookingActor },
): VisitRefusedError {
  const wanted: StateName = to;
  const isEverTheirs = TRANSITIONS.some((row) => row.to === wanted && row.by.includes(side));
  if (!isEverTheirs) return refuseVisit(context, booking, 'NOT_YOURS');
  const code = (refusal.because === 'guard' && BY_GUARD[refusal.guard]) || 'NOT_NOW';
  const start = booking.startsAt.getTime();
  const from = code === 'TOO_EARLY' ? start - NEAR_MS : code === 'WAIT_LONGER' ? start + WAIT_MS : null;
  return refuseVisit(context, booking, code, from === null ? null : new Date(from));
}

/** Whether a visit is agreed and has not begun. */
export function isAwaited({ state }: Pick<Booking, 'state'>): boolean {
  return state === BookingState.CONFIRMED || state === BookingState.EN_ROUTE;
}

const OBSTACLES: Readonly<Record<ExtensionObstacle['because'], LocalizedText>> = {
  NEXT_VISIT: {
    en: 'The next visit would not be reached in time.',
    'zh-CN': '这样会赶不上下一次服务。',
  },
  TIME_OFF: { en: 'That time is marked as time off.', 'zh-CN': '该时段已设为休息时间。' },
};

export function timeNotFree(
  context: RequestContext,
  booking: Pick<Booking, 'endsAt'>,
  { because, latestEnd }: ExtensionObstacle,
): TimeNotFreeError {
  const end = latestEnd > booking.endsAt ? latestEnd : booking.endsAt;
  return new TimeNotFreeError(because, say(context, OBSTACLES[because]), end);
}
