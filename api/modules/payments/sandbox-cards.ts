import type { ChargeStatus } from '../../platform/payment-gateway.ts';

interface SandboxCard {
  readonly status: ChargeStatus;
  readonly declineCode: string | null;
  /** The bank carries the order out and its answer gets lost, once. */
  readonly losesAnswer?: boolean;
  /** The bank takes its time. */
  readonly isSlow?: boolean;
  /** The bank holds the money, and lets go of it by itself before anything is taken. */
  readonly failsLate?: boolean;
}

const agreed = { status: 'AUTHORIZED', declineCode: null } as const;

/** What each test card does. */
const CARDS: Readonly<Record<string, SandboxCard>> = {
  sandbox_visa: agreed,
  sandbox_declined: { status: 'DECLINED', declineCode: 'card_declined' },
  sandbox_insufficient_funds: { status: 'DECLINED', declineCode: 'insufficient_funds' },
  sandbox_action_required: { status: 'ACTION_REQUIRED', declineCode: null },
  sandbox_late_failure: { ...agreed, failsLate: true },
  sandbox_lost_answer: { ...agreed, losesAnswer: true },
  sandbox_slow: { ...agreed, isSlow: true },
};

/** A token that the sandbox does not know is refused as an unknown card. */
export function cardOf(token: string): SandboxCard {
  return CARDS[token] ?? { status: 'DECLINED', declineCode: 'unknown_card' };
}
