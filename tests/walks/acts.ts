import { randomUUID } from 'node:crypto';
import { visitCodeOf } from '../../api/modules/bookings/visit-code.ts';
import type { Random } from '../fuzz/random.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import type { WalkWorld, Walker } from './world.ts';

/** A booking as the walk sees it before a step. */
export interface SeenBooking {
  readonly id: string;
  readonly state: string;
  readonly household_id: string;
  readonly provider_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly generation: number;
  /** Of what the provider proposes, if anything waits for an answer. */
  readonly proposed: number | null;
  /** The proposal of another time that waits for an answer. */
  readonly proposal_id: string | null;
  /** Whether somebody else is sought for it. */
  readonly is_sought: boolean;
  /** A voucher of the household that has not ended. */
  readonly voucher_id: string | null;
  readonly total: number;
}

/** What an act works with: nothing but what anybody could know, and the walk's own numbers. */
export interface Situation {
  readonly world: WalkWorld;
  readonly walker: Walker;
  readonly booking: SeenBooking | null;
  readonly now: Date;
  readonly random: Random;
}

export interface Act {
  readonly operation: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type MakeAct = (situation: Situation) => Act | null;

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

function mutation(operation: string, type: string, input: Readonly<Record<string, unknown>>): Act {
  return {
    operation,
    document: `mutation Walk($input: ${type}!) { ${operation}(input: $input) { __typename } }`,
    variables: { input: { ...input, idempotencyKey: randomUUID() } },
  };
}

function byId(operation: string, fields = '{ __typename }'): MakeAct {
  return ({ booking }) =>
    booking && {
      operation,
      document: `mutation Walk($id: ID!) { ${operation}(bookingId: $id) ${fields} }`,
      variables: { id: booking.id },
    };
}

function step(
  operation: string,
  type = 'VisitInput',
  input: (situation: Situation & { booking: SeenBooking }) => object = () => ({}),
): MakeAct {
  return (situation) => {
    const { booking } = situation;
    return booking && mutation(operation, type, { bookingId: booking.id, ...input({ ...situation, booking }) });
  };
}

/** A quarter of an hour by day, near enough that visits meet one another. */
function someStart({ now, random }: Situation): string {
  const ahead = now.getTime() + 2 * HOUR_MS + random.below(40) * HOUR_MS;
  const day = new Date(Math.floor(ahead / (24 * HOUR_MS)) * 24 * HOUR_MS);
  return new Date(day.getTime() + 8 * HOUR_MS + random.below(44) * QUARTER_MS).toISOString();
}

const card = ({ random }: Situation): string => (random.chance(0.9) ? 'sandbox_visa' : 'sandbox_declined');

const hold: MakeAct = (situation) => {
  const { world, walker, random } = situation;
  return mutation('holdSlot', 'HoldSlotInput', {
    providerId: random.pick(world.providerIds),
    items: [{ itemId: random.pick(world.itemIds), units: 1 + random.below(3) }],
    start: someStart(situation),
    place: walker.addressId === null ? null : { addressId: walker.addressId },
  });
};

/** What the fee is decided by may be known wrongly; then nothing may happen. */
const someFee = ({ booking, random }: Situation & { booking: SeenBooking }): number =>
  random.pick([0, 0, 0, Math.round(booking.total / 2), booking.total, 1]);

const otherThan = ({ world, booking, random }: Situation & { booking: SeenBooking }): string =>
  random.pick(
    random.chance(0.95) ? world.providerIds.filter((id) => id !== booking.provider_id) : [...world.providerIds],
  );

/** Without the key of its own that most mutations take. */
function plain(
  operation: string,
  type: string,
  input: (situation: Situation & { booking: SeenBooking }) => object,
): MakeAct {
  return (situation) => {
    const { booking } = situation;
    return (
      booking && {
        operation,
        document: `mutation Walk($input: ${type}!) { ${operation}(input: $input) { __typename } }`,
        variables: { input: input({ ...situation, booking }) },
      }
    );
  };
}

const ACTS: Readonly<Record<string, MakeAct>> = {
  holdSlot: hold,
  confirmBooking: step('confirmBooking', 'ConfirmBookingInput', (s) => ({ paymentMethod: card(s) })),
  renewHold: byId('renewHold'),
  releaseHold: byId('releaseHold', ''),
  acceptRequest: byId('acceptRequest'),
  declineRequest: byId('declineRequest'),
  cancelBooking: step('cancelBooking', 'CancelBookingInput', (s) => ({ expectedFee: someFee(s) })),
  rescheduleBooking: step('rescheduleBooking', 'RescheduleBookingInput', (s) => ({
    start: someStart(s),
    expectedFee: someFee(s),
    paymentMethod: card(s),
    reason: 'a walk',
  })),
  moveToAnother: step('rescheduleBooking', 'RescheduleBookingInput', (s) => ({
    start: s.random.chance(0.6) ? s.booking.starts_at.toISOString() : someStart(s),
    providerId: otherThan(s),
    expectedTotal: s.random.chance(0.9) ? s.booking.total : s.booking.total - 1,
    expectedFee: someFee(s),
    paymentMethod: card(s),
    reason: 'a walk',
  })),
  proposeMove: plain('proposeMove', 'ProposeMoveInput', (s) => ({ bookingId: s.booking.id, start: someStart(s) })),
  answerMoveProposal: plain('answerMoveProposal', 'AnswerMoveProposalInput', ({ booking, random }) => ({
    proposalId: booking.proposal_id ?? booking.id,
    accept: random.chance(0.7),
  })),
  withdrawMoveProposal: ({ booking }) =>
    booking && {
      operation: 'withdrawMoveProposal',
      document: 'mutation Walk($id: ID!) { withdrawMoveProposal(proposalId: $id) { __typename } }',
      variables: { id: booking.proposal_id ?? booking.id },
    },
  acceptSubstitute: step('acceptSubstitute', 'AcceptSubstituteInput', (s) => ({ providerId: otherThan(s) })),
  declineSubstitute: step('declineSubstitute', 'DeclineSubstituteInput'),
  applyVoucher: plain('applyVoucher', 'ApplyVoucherInput', ({ booking, random }) => ({
    bookingId: booking.id,
    voucherId: random.chance(0.8) ? booking.voucher_id : null,
  })),
  startTravel: step('startTravel', 'StartTravelInput'),
  announceDelay: step('announceDelay', 'AnnounceDelayInput', ({ random }) => ({ minutes: 5 + random.below(60) })),
  startVisit: step('startVisit', 'StartVisitInput', ({ booking, random }) => ({
    code: random.chance(0.7) ? visitCodeOf(TEST_VAULT, booking.id) : String(random.below(10_000)).padStart(4, '0'),
  })),
  confirmArrival: step('confirmArrival'),
  tickTask: step('tickTask', 'TickTaskInput', ({ random }) => ({ task: random.below(4), done: random.chance(0.8) })),
  proposeExtra: step('proposeExtra', 'ProposeExtraInput', ({ random, world }) =>
    random.chance(0.7)
      ? { minutes: 15 * (1 + random.below(8)) }
      : { itemId: random.pick(world.itemIds), units: 1 + random.below(2) },
  ),
  answerExtra: step('answerExtra', 'AnswerExtraInput', (s) => ({
    agree: s.random.chance(0.8),
    expectedAmount: s.random.chance(0.9) ? (s.booking.proposed ?? 1) : 7,
    paymentMethod: card(s),
  })),
  finishVisit: step('finishVisit'),
  confirmVisit: step('confirmVisit'),
  reportNoShow: step('reportNoShow', 'ReportNoShowInput', ({ random }) => ({
    note: random.chance(0.9) ? 'rang twice' : ' ',
  })),
  leaveUnsafe: step('leaveUnsafe', 'LeaveUnsafeInput'),
};

/** What people mostly do with a booking in each state, so that walks get far; anything else is tried as well. */
const USUAL: Readonly<Record<string, readonly (keyof typeof ACTS)[]>> = {
  HELD: ['confirmBooking', 'confirmBooking', 'confirmBooking', 'applyVoucher', 'renewHold', 'releaseHold'],
  REQUESTED: ['acceptRequest', 'acceptRequest', 'declineRequest', 'cancelBooking'],
  CONFIRMED: [
    'startTravel',
    'startVisit',
    'confirmArrival',
    'rescheduleBooking',
    'moveToAnother',
    'proposeMove',
    'cancelBooking',
    'reportNoShow',
    'announceDelay',
  ],
  EN_ROUTE: [
    'startVisit',
    'startVisit',
    'confirmArrival',
    'announceDelay',
    'reportNoShow',
    'leaveUnsafe',
    'cancelBooking',
  ],
  IN_PROGRESS: ['proposeExtra', 'proposeExtra', 'answerExtra', 'answerExtra', 'tickTask', 'finishVisit', 'leaveUnsafe'],
  COMPLETED: ['confirmVisit', 'tickTask', 'cancelBooking'],
};

function usualFor(booking: SeenBooking): readonly (keyof typeof ACTS)[] {
  if (booking.is_sought) return ['acceptSubstitute', 'acceptSubstitute', 'declineSubstitute'];
  const usual = USUAL[booking.state] ?? Object.keys(ACTS);
  return booking.proposal_id === null
    ? usual
    : [...usual, 'answerMoveProposal', 'answerMoveProposal', 'answerMoveProposal', 'withdrawMoveProposal'];
}

/** Who mostly does what; operators and the wrong side try it as well. */
const OF_PROVIDERS: readonly string[] = [
  'acceptRequest',
  'declineRequest',
  'startTravel',
  'announceDelay',
  'startVisit',
  'tickTask',
  'proposeExtra',
  'finishVisit',
  'leaveUnsafe',
];
const OF_BOTH: readonly string[] = [
  'cancelBooking',
  'reportNoShow',
  'proposeMove',
  'answerMoveProposal',
  'withdrawMoveProposal',
];

/** Something to do and who does it: mostly what is usual, by whom it concerns; anything, by anybody, now and then. */
export function pickAct(situation: Omit<Situation, 'walker'>): { readonly act: Act; readonly walker: Walker } | null {
  const { random, booking, world } = situation;
  const usual = booking === null ? ['holdSlot'] : usualFor(booking);
  const name = random.chance(0.85) ? random.pick(usual) : random.pick(Object.keys(ACTS));
  const walker = random.chance(0.88) ? pickFitting(situation, name) : random.pick(world.walkers);
  const act = ACTS[name]?.({ ...situation, walker }) ?? null;
  return act && { act, walker };
}

function pickFitting({ world, booking, random }: Omit<Situation, 'walker'>, name: string): Walker {
  const { walkers } = world;
  const households = walkers.filter(({ role }) => role === 'HOUSEHOLD');
  if (booking === null || name === 'holdSlot') return random.pick(households);
  const provider = walkers.filter(({ providerId }) => providerId === booking.provider_id);
  const household = walkers.filter(({ accountId }) => accountId === booking.household_id);
  if (OF_BOTH.includes(name))
    return random.pick([...provider, ...household, ...walkers.filter(({ role }) => role === 'OPERATOR')]);
  return random.pick(OF_PROVIDERS.includes(name) ? provider : household);
}
