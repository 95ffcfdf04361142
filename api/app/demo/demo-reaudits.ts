import type { Account } from '../../modules/accounts/index.ts';
import {
  CredentialDecision,
  CredentialState,
  drawPeriod,
  isDrawn,
  ticketOf,
} from '../../modules/qualifications/index.ts';
import type {
  Credential,
  CredentialDecisionRecord,
  CredentialReaudit,
  ReauditSeed,
} from '../../modules/qualifications/index.ts';
import { DAY_MS } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';

const SHARE = 0.05;
const AGREEING_SHARE = 0.85;
/** Of the latest draws that each of them could look at, so many still wait. */
const OPEN_DRAWS = 2;
/** The first of the auditors can sign in. */
const DEMO_AUDITORS = 2;

export interface DemoReaudits {
  readonly seeds: readonly ReauditSeed[];
  readonly reaudits: readonly CredentialReaudit[];
}

/** Draws among the approvals of the demo as the product would have, and lets other auditors look at most of them again. */
export function demoReaudits(
  context: DemoContext,
  credentials: readonly Pick<Credential, 'id' | 'state' | 'decidedAt'>[],
  decisions: readonly CredentialDecisionRecord[],
  auditors: readonly Pick<Account, 'id'>[],
): DemoReaudits {
  const random = context.random.streamFor('re-audits');
  const approved = credentials
    .filter(({ state }) => [CredentialState.APPROVED, CredentialState.EXPIRED, CredentialState.REVOKED].includes(state))
    .flatMap(({ id, decidedAt }) => (decidedAt === null ? [] : [{ id, decidedAt }]))
    .toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime());
  const seeds = new Map<string, ReauditSeed>();
  const drawn: CredentialReaudit[] = [];
  for (const { id, decidedAt } of approved) {
    const period = drawPeriod(decidedAt);
    const seed = seeds.get(period) ?? {
      id: context.ids.next(),
      period,
      seed: Array.from({ length: 64 }, () => random.integer(0, 15).toString(16)).join(''),
      share: SHARE,
      createdAt: decidedAt,
    };
    seeds.set(period, seed);
    const ticket = ticketOf(seed.seed, id);
    if (isDrawn(ticket, SHARE)) drawn.push(drawnAt(context.ids.next(), id, period, ticket, decidedAt));
  }
  const votersOf = (reaudit: CredentialReaudit): string[] =>
    decisions.filter(({ credential }) => credential === reaudit.credential).map(({ auditor }) => auditor);
  // Each of the auditors who can sign in finds something to look at.
  const open = new Set(
    auditors
      .slice(0, DEMO_AUDITORS)
      .flatMap(({ id }) => drawn.filter((reaudit) => !votersOf(reaudit).includes(id)).slice(-OPEN_DRAWS)),
  );
  for (const reaudit of drawn.filter((one) => !open.has(one))) {
    const voted = votersOf(reaudit);
    const free = auditors.filter(({ id }) => !voted.includes(id));
    // Where three people voted, nobody is left who could look again.
    if (free.length === 0) continue;
    const agrees = random.chance(AGREEING_SHARE);
    Object.assign(reaudit, {
      version: 3,
      auditor: random.pick(free).id,
      decision: agrees ? CredentialDecision.APPROVE : CredentialDecision.REJECT,
      reasonCode: agrees ? 'MATCHES' : 'NAME_DIFFERS',
      decidedAt: new Date(reaudit.drawnAt.getTime() + random.integer(1, 6) * DAY_MS),
    });
  }
  for (const waiting of open) {
    waiting.dueAt = new Date(context.now.getTime() + random.integer(1, 5) * DAY_MS);
  }
  return { seeds: [...seeds.values()], reaudits: drawn };
}

function drawnAt(id: string, credential: string, period: string, ticket: number, at: Date): CredentialReaudit {
  return {
    id,
    credential,
    period,
    ticket,
    drawnAt: at,
    dueAt: new Date(at.getTime() + 7 * DAY_MS),
    claimedBy: null,
    claimExpiresAt: null,
    version: 1,
    auditor: null,
    decision: null,
    reasonCode: null,
    note: null,
    decidedAt: null,
  };
}
