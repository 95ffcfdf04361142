import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { moveBooking } from './move-booking.ts';
import type { Move } from './move-booking.ts';
import type { VisitAtHand } from './visit-command.ts';
import { toVisitRefusal } from './visit-refusals.ts';
import type { VisitRefusedError } from './visit.errors.ts';
import type { VisitUpdated } from './visit.type.ts';

/** Moves a visit on behalf of whoever has it at hand, by the transition table. */
export async function stepVisit(
  em: EntityManager,
  context: RequestContext,
  { booking, side, viewer }: VisitAtHand,
  move: Omit<Move, 'actor' | 'actorAccount'>,
): Promise<VisitUpdated | VisitRefusedError> {
  const moved = await moveBooking(em, context.clock, booking, {
    ...move,
    actor: side,
    actorAccount: viewer.accountId,
  });
  if ('booking' in moved) return { booking: moved.booking };
  return toVisitRefusal(context, booking, { refusal: moved.refusal, to: move.to, side });
}
