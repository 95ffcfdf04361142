import { isId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Venue } from '../catalog/index.ts';
import {
  InvalidVisitError,
  presentQuote,
  quoteVisitItems,
  resolveVisitItems,
  toStoredQuote,
} from '../pricing/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import { Offering, Provider, ProviderStatus } from '../providers/index.ts';
import { toCheckedVisit } from './booked-visit.ts';
import type { Booking } from './booking.entity.ts';
import { BookabilityCode, PriceChangedError } from './bookings.errors.ts';
import { keptFloor } from './domain/rescheduling.ts';
import type { MoveFee } from './domain/rescheduling.ts';
import type { BookingActor } from './domain/transitions.ts';
import { notBookable, toReason } from './hold-check.ts';
import type { WantedTime } from './hold-check.ts';
import type { MoveFailure } from './reschedule-outcome.ts';
import { feeForMoving } from './reschedule-quote.ts';
import { NotReschedulableError } from './rescheduling.type.ts';

/** A time of somebody else for a visit that is agreed, and what they take for it. */
export interface OtherOffer {
  readonly wanted: WantedTime;
  readonly quote: StoredQuote;
}

const MESSAGES = {
  NOT_YOURS: {
    en: 'Only the household chooses who comes.',
    'zh-CN': '只有客户可以选择由谁上门。',
  },
  SUBSTITUTE_SOUGHT: {
    en: 'Somebody else is being sought already: choose one of those proposed.',
    'zh-CN': '正在寻找替换人员，请从推荐人选中选择。',
  },
  AT_STUDIO: {
    en: 'A visit to a studio belongs to whoever has it. Cancel it and book anew.',
    'zh-CN': '工作室服务无法改由他人提供，请取消后重新预约。',
  },
  DEARER: {
    en: 'This person takes more than was agreed. Cancel the visit and book them anew.',
    'zh-CN': '这位服务者的价格高于已约定的价格，请取消后重新预约。',
  },
  BELOW_FEE: {
    en: 'This person takes less than cancelling costs by now.',
    'zh-CN': '这位服务者的价格低于目前的取消费用，无法改约。',
  },
} as const satisfies Record<string, LocalizedText>;

function refuse(context: RequestContext, { state }: Booking, code: keyof typeof MESSAGES): NotReschedulableError {
  return new NotReschedulableError(code, say(context, MESSAGES[code]), state);
}

/** Why a visit may not go to anybody else at all; null when it may. */
export function findHandoverObjection(
  context: RequestContext,
  booking: Booking,
  side: BookingActor,
): NotReschedulableError | null {
  if (side !== 'HOUSEHOLD') return refuse(context, booking, 'NOT_YOURS');
  if (booking.substituteSoughtUntil != null) return refuse(context, booking, 'SUBSTITUTE_SOUGHT');
  return booking.venue === Venue.AT_STUDIO ? refuse(context, booking, 'AT_STUDIO') : null;
}

/** What the move costs and leaves behind where somebody else comes for less; null where cancelling would become cheaper by it. */
export function costOfHandover(booking: Booking, newTotal: number, now: Date): MoveFee | null {
  const cost = feeForMoving(booking, 'HOUSEHOLD', now);
  const { total, currency } = booking.storedQuote;
  const floorPercent = keptFloor(cost.floorPercent, money(total, currency), money(newTotal, currency));
  return floorPercent === null ? null : { ...cost, floorPercent };
}

/** Why that person may not have the visit at that price, as it stands; null when they may. */
export function findPriceObjection(
  context: RequestContext,
  booking: Booking,
  { quote }: OtherOffer,
): NotReschedulableError | null {
  if (quote.total > booking.storedQuote.total) return refuse(context, booking, 'DEARER');
  const cost = costOfHandover(booking, quote.total, context.clock.now());
  return cost === null ? refuse(context, booking, 'BELOW_FEE') : null;
}

/** The visit as somebody else would do it: the same work at the same place. What is wrong with it otherwise. */
export async function readOtherOffer(
  context: RequestContext,
  booking: Booking,
  {
    providerId,
    start,
    expectedTotal,
  }: { readonly providerId: string; readonly start: Date; readonly expectedTotal: number | null },
): Promise<OtherOffer | MoveFailure> {
  const provider = isId(providerId) ? await context.loaders.find(Provider, providerId) : null;
  if (provider === null || provider.status === ProviderStatus.APPLICANT || provider.region !== booking.region) {
    const message = say(context, { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' });
    return new InvalidVisitError('UNKNOWN_PROVIDER', message, 'providerId');
  }
  const { checked } = await toCheckedVisit(context, booking);
  const resolved = await resolveVisitItems(context, toItemInputs(booking), booking.region);
  if ('problem' in resolved) return InvalidVisitError.of(context, resolved.problem);
  const offerings = await context.loaders.list(Offering, 'provider', provider.id);
  const prices = new Map(
    offerings.filter(({ enabled }) => enabled).map(({ item, priceAmount }) => [item, priceAmount]),
  );
  if (!booking.items.every(({ itemId }) => prices.has(itemId)))
    return notBookable(context, [toReason(context, BookabilityCode.OFFERING_OFF, null)]);
  const outcome = quoteVisitItems(resolved.visit, (id) => prices.get(id) ?? 0, start, context.clock.now());
  if ('problem' in outcome) return InvalidVisitError.of(context, outcome.problem);
  const quote = toStoredQuote(outcome);
  if (quote.total !== expectedTotal) {
    const message = say(context, {
      en: 'The price has changed since you saw it. Nothing was moved.',
      'zh-CN': '价格已有变动，预约尚未更改。',
    });
    return new PriceChangedError(message, presentQuote(quote, context));
  }
  return { wanted: { provider, checked, start }, quote };
}

export function toItemInputs({
  items,
}: Pick<Booking, 'items'>): { itemId: string; units: number; optionIds: string[] }[] {
  return items.map(({ itemId, units, optionIds }) => ({ itemId, units, optionIds: [...optionIds] }));
}
