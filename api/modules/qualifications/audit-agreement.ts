import { instantAt } from '../../kernel/zoned-time.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from '../accounts/index.ts';
import { listDraws, listVotePairs } from './agreement.queries.ts';
import type { VotePair } from './agreement.queries.ts';
import { CredentialType } from './credential-type.entity.ts';
import { cohensKappa } from './domain/agreement.ts';
import { drawPeriod, isDrawn } from './domain/reaudit-draw.ts';
import { commitmentOf, ticketOf } from './draw-reaudit.ts';
import type { AuditAgreement, ReauditDraw } from './reaudit.type.ts';

const MONTHS_SHOWN = 12;

/** Agreement between auditors, from votes that were blind to each other (Q5). Days are UTC, both included. */
export async function reportAgreement(context: RequestContext, from: string, to: string): Promise<AuditAgreement> {
  const until = instantAt(addDays(to, 1), '00:00', 'UTC');
  const pairs = await listVotePairs(context.em, instantAt(from, '00:00', 'UTC'), until);
  // One pair for each thing judged twice; an auditor is compared with everybody who judged the same.
  const things = pairs.filter(({ isLast }) => isLast);
  const types = Map.groupBy(things, ({ typeId }) => typeId);
  const auditors = Map.groupBy(pairs.flatMap(toBothSides), ({ auditorId }) => auditorId);
  const byType = [...types].map(async ([id, own]) => ({
    type: await context.loaders.get(CredentialType, id),
    figure: cohensKappa(own),
  }));
  const byAuditor = [...auditors].map(async ([auditorId, own]) => ({
    auditorId,
    name: (await context.loaders.get(Account, auditorId)).displayName,
    figure: cohensKappa(own),
  }));
  return {
    overall: cohensKappa(things),
    types: (await Promise.all(byType)).toSorted((a, b) => a.type.position - b.type.position),
    auditors: (await Promise.all(byAuditor)).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function toBothSides(pair: VotePair): { auditorId: string; first: string; second: string }[] {
  return [
    { auditorId: pair.firstAuditor, first: pair.first, second: pair.second },
    { auditorId: pair.secondAuditor, first: pair.second, second: pair.first },
  ];
}

/** The draws of the last months, each made again to see that it comes out the same. */
export async function checkDraws(context: RequestContext): Promise<ReauditDraw[]> {
  const present = drawPeriod(context.clock.now());
  const months = await listDraws(context.em, MONTHS_SHOWN);
  return months.map(({ period, seed, share, approved, drawn }) => {
    const expected = approved.filter((id) => isDrawn(ticketOf(seed, id), share)).toSorted();
    return {
      period,
      share,
      commitment: commitmentOf(seed),
      seed: period < present ? seed : null,
      approvals: approved.length,
      drawn: drawn.length,
      isConsistent: JSON.stringify(expected) === JSON.stringify(drawn.toSorted()),
    };
  });
}
