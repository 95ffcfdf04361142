import { newId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { findExtensionObstacle } from '../availability/index.ts';
import { InvalidVisitError, quoteVisitItems, resolveVisitItems } from '../pricing/index.ts';
import type { VisitItems } from '../pricing/index.ts';
import { Offering } from '../providers/index.ts';
import { tellWatchers } from './booking-changes.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { BookabilityCode, NotBookableError } from './bookings.errors.ts';
import { EXTRA_PROPOSED } from './bookings.events.ts';
import { priceOfMoreTime } from './domain/extras.ts';
import { toReason } from './hold-check.ts';
import { listLackingQualifications } from './lacking-qualifications.ts';
import { notQualified } from './not-qualified.ts';
import { commandVisit } from './visit-command.ts';
import type { VisitAtHand } from './visit-command.ts';
import { ExtraState, VisitExtra } from './visit-extra.entity.ts';
import { refuseVisit, timeNotFree } from './visit-refusals.ts';
import type { TimeNotFreeError, VisitRefusedError } from './visit.errors.ts';
import type { ProposeExtraInput } from './visit.inputs.ts';
import type { VisitUpdated } from './visit.type.ts';

type Failure = TimeNotFreeError | NotBookableError | InvalidVisitError | VisitRefusedError;
type Priced = Pick<VisitExtra, 'label' | 'item' | 'minutes' | 'amount' | 'tax'>;

/**
 * The provider proposes more time or a further service while at work (B6). Price and length come from the booking and the
 * catalogue; a new proposal takes the place of one that waits. What does not fit the diary is not even asked.
 */
export async function proposeExtra(context: RequestContext, input: ProposeExtraInput): Promise<VisitUpdated | Failure> {
  const { itemId, minutes, units } = input;
  if ((itemId == null) === (minutes == null))
    throw badUserInput(
      'input.minutes',
      say(context, { en: 'Propose either minutes or a service.', 'zh-CN': '请选择加时或增加服务其中一项。' }),
    );
  // Before the transaction: inside it, the loaders would wait for a second connection.
  const wanted = itemId == null ? null : await resolveVisitItems(context, [{ itemId, units: units ?? null }]);
  return commandVisit<Failure>(context, input, {
    operation: 'proposeExtra',
    usesDiary: true,
    act: async (em, visit) => {
      const { booking, provider, side } = visit;
      if (side !== 'PROVIDER') return refuseVisit(context, booking, 'NOT_YOURS');
      if (booking.state !== BookingState.IN_PROGRESS) return refuseVisit(context, booking, 'NOT_NOW');
      if (wanted !== null && 'problem' in wanted) return InvalidVisitError.of(context, wanted.problem);
      const priced =
        wanted === null ? moreTime(booking, minutes ?? 0) : await priceService(em, context, visit, wanted.visit);
      if (!('amount' in priced)) return priced;
      const end = new Date(booking.endsAt.getTime() + priced.minutes * 60_000);
      const now = context.clock.now();
      const obstacle = await findExtensionObstacle(em, { reservationId: booking.reservation, provider, end, now });
      if (obstacle) return timeNotFree(context, booking, obstacle);
      await keepProposal(em, context, booking, priced, input.note?.trim() || null);
      return { booking };
    },
  });
}

function moreTime({ storedQuote }: Booking, minutes: number): Priced {
  return {
    label: { en: `${minutes} minutes more`, 'zh-CN': `加时 ${minutes} 分钟` },
    item: null,
    minutes,
    ...priceOfMoreTime(storedQuote, minutes),
  };
}

async function priceService(
  em: EntityManager,
  context: RequestContext,
  { booking, provider }: VisitAtHand,
  wanted: VisitItems,
): Promise<Priced | NotBookableError | InvalidVisitError> {
  const [chosen] = wanted.items;
  const notOffered = (code: BookabilityCode): NotBookableError => {
    const reason = toReason(context, code, null);
    return new NotBookableError(reason.message, [reason]);
  };
  const offering =
    chosen === undefined
      ? null
      : await em.findOne(
          Offering,
          { provider: provider.id, item: chosen.item.id, enabled: true },
          { disableIdentityMap: true },
        );
  if (chosen === undefined || offering === null) return notOffered(BookabilityCode.OFFERING_OFF);
  if (!chosen.item.venues.includes(booking.venue)) return notOffered(BookabilityCode.VENUE_NOT_OFFERED);
  // No time is chosen: what is added at work costs no surcharge for short notice.
  const outcome = quoteVisitItems(wanted, () => offering.priceAmount, null, context.clock.now());
  if ('problem' in outcome) return InvalidVisitError.of(context, outcome.problem);
  const { quote } = outcome;
  const item = quote.items.map(({ itemId, units, optionIds, durationMinutes }) => ({
    itemId,
    units,
    optionIds,
    durationMinutes,
  }))[0];
  if (item === undefined) return notOffered(BookabilityCode.OFFERING_OFF);
  const lacking = await listLackingQualifications(em, { ...booking, items: [item] });
  if (lacking.length > 0) return notQualified(context, lacking);
  const minutes = quote.durationMinutes;
  return { label: chosen.item.name, item, minutes, amount: quote.total.amount, tax: quote.tax.amount };
}

async function keepProposal(
  em: EntityManager,
  context: RequestContext,
  booking: Booking,
  priced: Priced,
  note: string | null,
): Promise<void> {
  const now = context.clock.now();
  await em.nativeUpdate(
    VisitExtra,
    { booking: booking.id, state: ExtraState.PROPOSED },
    { state: ExtraState.WITHDRAWN, decidedAt: now },
  );
  const id = newId();
  await em.insert(VisitExtra, {
    id,
    booking: booking.id,
    state: ExtraState.PROPOSED,
    ...priced,
    currency: booking.storedQuote.currency,
    note: context.vault.seal('visit_extra.note', id, note),
    proposedAt: now,
    decidedAt: null,
  });
  await publish(em, context.clock, [{ topic: EXTRA_PROPOSED, payload: { bookingId: booking.id, extraId: id } }]);
  await tellWatchers(em, booking);
}
