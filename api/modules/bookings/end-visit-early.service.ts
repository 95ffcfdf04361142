import type { EntityManager } from '../../platform/database.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { BookingState } from './booking.enums.ts';
import { VISIT_LEFT_UNSAFE } from './bookings.events.ts';
import { quoteCancellation } from './cancellation-quote.ts';
import { shareSpent } from './domain/extras.ts';
import { WAIT_MS } from './domain/transition-guards.ts';
import { commandVisit } from './visit-command.ts';
import type { VisitAtHand } from './visit-command.ts';
import { changeVisit, openVisit } from './visit-record.ts';
import { refuseVisit } from './visit-refusals.ts';
import { stepVisit } from './visit-steps.ts';
import type { VisitRefusedError } from './visit.errors.ts';
import type { LeaveUnsafeInput, ReportNoShowInput } from './visit.inputs.ts';
import type { VisitUpdated } from './visit.type.ts';

type Outcome = VisitUpdated | VisitRefusedError;

/**
 * One side says that the other did not come (B6). A household that was not there pays what cancelling costs at that moment; one
 * that waited in vain pays nothing.
 */
export async function reportNoShow(context: RequestContext, input: ReportNoShowInput): Promise<Outcome> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'reportNoShow',
    act: async (em, visit) => {
      const { booking, side } = visit;
      const owed = quoteCancellation(booking, 'HOUSEHOLD', context.clock.now()).fee.amount;
      const reason = input.note.trim();
      const before = { state: booking.state, version: booking.version };
      const fee = side === 'PROVIDER' ? owed : 0;
      const moved = await stepVisit(em, context, visit, { to: BookingState.NO_SHOW, reason, fee });
      if ('booking' in moved)
        await recordAudit(em, context, {
          action: 'visit.no-show-reported',
          subjectType: 'booking',
          subjectId: booking.id,
          before,
          after: { state: booking.state, version: booking.version, by: side, fee },
        });
      return moved;
    },
  });
}

/**
 * The provider leaves because they are not safe (B6): the household pays for the time spent, and support looks into it. Why is
 * for operators alone; the household must not read what was said of it.
 */
export async function leaveUnsafe(context: RequestContext, input: LeaveUnsafeInput): Promise<Outcome> {
  return commandVisit<VisitRefusedError>(context, input, {
    operation: 'leaveUnsafe',
    act: async (em, visit) => {
      const { booking, side } = visit;
      if (side !== 'PROVIDER') return refuseVisit(context, booking, 'NOT_YOURS');
      if (!isAtTheDoor(visit, context.clock.now())) return refuseVisit(context, booking, 'NOT_NOW');
      const before = { state: booking.state, version: booking.version };
      const moved = await stepVisit(em, context, visit, await toEnd(em, context, visit));
      if (!('booking' in moved)) return moved;
      const note = input.note?.trim() || null;
      if (note !== null) {
        const { id } = await openVisit(em, booking.id);
        await changeVisit(em, booking.id, { unsafeNote: context.vault.seal('visit.unsafe_note', id, note) });
      }
      await publish(em, context.clock, [{ topic: VISIT_LEFT_UNSAFE, payload: { bookingId: booking.id } }]);
      await recordAudit(em, context, {
        action: 'visit.left-unsafe',
        subjectType: 'booking',
        subjectId: booking.id,
        before,
        after: { state: booking.state, version: booking.version },
      });
      return moved;
    },
  });
}

/** From a quarter of an hour before the start, or once on the way: whoever is at home wants to cancel, not to leave. */
function isAtTheDoor({ booking }: VisitAtHand, now: Date): boolean {
  if (booking.state === BookingState.EN_ROUTE || booking.state === BookingState.IN_PROGRESS) return true;
  return booking.state === BookingState.CONFIRMED && now.getTime() >= booking.startsAt.getTime() - WAIT_MS;
}

async function toEnd(
  em: EntityManager,
  context: RequestContext,
  { booking }: VisitAtHand,
): Promise<Parameters<typeof stepVisit>[3]> {
  if (booking.state !== BookingState.IN_PROGRESS) return { to: BookingState.CANCELLED, fee: 0, isUnsafe: true };
  const now = context.clock.now().getTime();
  const { startedAt } = await openVisit(em, booking.id);
  const share = shareSpent({
    startedAt: startedAt?.getTime() ?? booking.startsAt.getTime(),
    minutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000,
    now,
  });
  return { to: BookingState.COMPLETED, share, isUnsafe: true };
}
