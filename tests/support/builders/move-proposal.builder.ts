import { newId } from '../../../api/kernel/ids.ts';
import { MoveProposal, MoveProposalStatus, MoveProposer } from '../../../api/modules/bookings/index.ts';
import type { UnsealedBooking } from '../../../api/modules/bookings/index.ts';
import { MoveTerm } from '../../../api/modules/bookings/rescheduling.type.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { TEST_VAULT } from '../test-keys.ts';

const HOUR_MS = 3_600_000;

/** That the household asks for a day later; open for four hours. Resolves to its id. */
export async function buildMoveProposal(
  em: EntityManager,
  booking: UnsealedBooking,
  { author, note }: { readonly author: string; readonly note?: string },
): Promise<string> {
  const id = newId();
  await em.insert(MoveProposal, {
    id,
    booking: booking.id,
    proposedBy: MoveProposer.HOUSEHOLD,
    author,
    startsAt: new Date(booking.startsAt.getTime() + 24 * HOUR_MS),
    note: TEST_VAULT.seal('move_proposal.note', id, note ?? null),
    term: MoveTerm.FREE,
    feeFloorPercent: 0,
    status: MoveProposalStatus.PENDING,
    askedAt: TEST_NOW,
    expiresAt: new Date(TEST_NOW.getTime() + 4 * HOUR_MS),
    decidedAt: null,
  });
  return id;
}
