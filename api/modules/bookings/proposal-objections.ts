import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { Provider } from '../providers/index.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { MOST_PROPOSALS, proposalExpiry } from './domain/move-proposals.ts';
import { type MoveProposer } from './move-proposal.entity.ts';
import type { MoveProposal } from './move-proposal.entity.ts';
import { MoveNotProposableError } from './move-proposals.type.ts';
import { feeForMoving } from './reschedule-quote.ts';

const MESSAGES = {
  NOT_YOURS: {
    en: 'Only the two sides of a visit propose times to each other. You can move it yourself.',
    'zh-CN': '只有预约双方可以互相提议时间，您可以直接改期。',
  },
  NOT_CONFIRMED: {
    en: 'Another time can be proposed only for an agreed visit that has not begun.',
    'zh-CN': '只有已确认且未开始的服务可以提议改期。',
  },
  SUBSTITUTE_SOUGHT: {
    en: 'Somebody else is being sought for this visit. No other time can be proposed until that is settled.',
    'zh-CN': '此预约正在寻找替换人员，在此期间无法提议改期。',
  },
  MOVE_DIRECTLY: {
    en: 'You can move this visit yourself; there is nobody to ask.',
    'zh-CN': '您可以直接改期，无需征求同意。',
  },
  SAME_TIME: { en: 'That is the time as agreed.', 'zh-CN': '这就是目前约定的时间。' },
  TOO_LATE: {
    en: 'Too late to ask: an answer is needed 2 hours before the old and the new time.',
    'zh-CN': '来不及了：须在原时间和新时间开始前 2 小时得到答复。',
  },
  FEE_DUE: {
    en: 'So late, moving costs what cancelling does, so you cannot ask for another time. Write to the provider: a time that they propose costs you nothing.',
    'zh-CN': '临近服务，改期费用与取消相同，因此无法提议改期。请联系服务者：由对方提议的时间不收取费用。',
  },
  ANSWER_FIRST: {
    en: 'The other side has proposed a time. Answer that first.',
    'zh-CN': '对方已提议新的时间，请先答复。',
  },
  TOO_MANY: {
    en: `Other times were proposed ${MOST_PROPOSALS} times for this visit. Write a message instead.`,
    'zh-CN': `此预约已提议过 ${MOST_PROPOSALS} 次改期，请改用消息联系。`,
  },
} as const satisfies Record<string, LocalizedText>;

export function refuseProposal(
  context: RequestContext,
  { state }: Pick<Booking, 'state'>,
  code: keyof typeof MESSAGES,
): MoveNotProposableError {
  return new MoveNotProposableError(code, say(context, MESSAGES[code]), state);
}

/** Whether that side asks the other for a new time, rather than taking one: nobody moves a visit of a provider unasked. */
export function asksForMoves(side: 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR', { instantBooking }: Provider): boolean {
  return side === 'PROVIDER' || (side === 'HOUSEHOLD' && !instantBooking);
}

interface Proposing {
  readonly booking: Booking;
  readonly provider: Provider;
  readonly side: MoveProposer;
  readonly newStart: Date;
  /** What waits for an answer at present. */
  readonly open: MoveProposal | null;
  /** How often that side has proposed a time for this visit. */
  readonly before: number;
}

/** Why that side may not propose the time, whatever the diary says; null when it may. */
export function findProposalObjection(context: RequestContext, proposing: Proposing): MoveNotProposableError | null {
  const { booking, provider, side, newStart, open, before } = proposing;
  const refuse = (code: keyof typeof MESSAGES): MoveNotProposableError => refuseProposal(context, booking, code);
  const now = context.clock.now();
  if (booking.state !== BookingState.CONFIRMED) return refuse('NOT_CONFIRMED');
  if (booking.substituteSoughtUntil != null) return refuse('SUBSTITUTE_SOUGHT');
  if (!asksForMoves(side, provider)) return refuse('MOVE_DIRECTLY');
  if (newStart.getTime() === booking.startsAt.getTime()) return refuse('SAME_TIME');
  if (open !== null && open.proposedBy !== side) return refuse('ANSWER_FIRST');
  if (proposalExpiry({ askedAt: now, start: booking.startsAt, newStart }) === null) return refuse('TOO_LATE');
  // Nothing is charged for a wish that may come to nothing; whoever must move at that price can cancel at the same.
  if (feeForMoving(booking, side, now).fee.amount > 0) return refuse('FEE_DUE');
  return before >= MOST_PROPOSALS ? refuse('TOO_MANY') : null;
}
