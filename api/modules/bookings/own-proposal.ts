import { isId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { forbidden, requireViewer } from '../accounts/index.ts';
import { findOwnBooking } from './booking-side.ts';
import type { Booking } from './booking.entity.ts';
import { mayChange } from './bookings.policy.ts';
import { MoveProposal, MoveProposalStatus } from './move-proposal.entity.ts';
import { MoveProposalOverError } from './move-proposals.type.ts';

export interface ProposalAtHand {
  readonly proposal: MoveProposal;
  readonly booking: Booking;
  readonly side: 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR';
}

/** The proposal, read afresh. @throws BAD_USER_INPUT for one that is none of the viewer's business, as for one that does not exist */
export async function requireProposal(context: RequestContext, id: string, field: string): Promise<ProposalAtHand> {
  const viewer = requireViewer(context);
  const proposal = isId(id) ? await context.em.findOne(MoveProposal, { id }, { disableIdentityMap: true }) : null;
  const found = proposal === null ? null : await findOwnBooking(context, proposal.booking);
  if (proposal === null || found === null)
    throw badUserInput(field, say(context, { en: 'There is no such proposal.', 'zh-CN': '没有这个提议。' }));
  if (!mayChange(viewer, found.booking, found.side)) throw forbidden();
  return { proposal, ...found };
}

const MESSAGES = {
  OVER: {
    en: 'This proposal is over. The visit stands as you see it; look at it anew.',
    'zh-CN': '此提议已结束，请刷新查看预约的最新情况。',
  },
  NOT_YOURS: { en: 'It is for the other side to do that.', 'zh-CN': '此操作须由对方完成。' },
} as const satisfies Record<string, LocalizedText>;

export function proposalOver(
  context: RequestContext,
  { status, expiresAt }: MoveProposal,
  why: keyof typeof MESSAGES,
): MoveProposalOverError {
  // The job that ends it may be late.
  const hasLapsed = status === MoveProposalStatus.PENDING && expiresAt <= context.clock.now();
  const code = why === 'OVER' ? 'PROPOSAL_OVER' : why;
  return new MoveProposalOverError(code, say(context, MESSAGES[why]), hasLapsed ? MoveProposalStatus.EXPIRED : status);
}
