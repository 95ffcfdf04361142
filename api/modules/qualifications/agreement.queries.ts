import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** Two blind votes on one credential. */
export interface VotePair {
  readonly typeId: string;
  readonly firstAuditor: string;
  readonly secondAuditor: string;
  readonly first: string;
  readonly second: string;
  /** Double reviews come once; a re-audit is paired with each vote before it. */
  readonly source: 'REVIEW' | 'REAUDIT';
  /** Whether the first of a re-audit's pair is the vote that settled the approval. */
  readonly isLast: boolean;
}

/**
 * Pairs of votes whose decision, or re-audit, fell within the span: the first two votes of each double review (a third one
 * knows that the others differ, so it is not among them), and every re-audit with each vote of the approval.
 */
export async function listVotePairs(em: EntityManager, from: Date, to: Date): Promise<VotePair[]> {
  const { rows } = await sql<VotePair>`
    with votes as (
      select d.*, row_number() over (partition by d.credential_id, d.round order by d.at, d.id) as place,
        row_number() over (partition by d.credential_id, d.round order by d.at desc, d.id desc) as place_from_end
      from credential_decision d
      where d.decision in ('APPROVE', 'REJECT') and d.revealed_at is not null)
    select c.type_id as "typeId", a.auditor_id as "firstAuditor", b.auditor_id as "secondAuditor", a.decision as first,
      b.decision as second, 'REVIEW' as source, true as "isLast"
    from votes a join votes b on b.credential_id = a.credential_id and b.round = a.round and a.place = 1 and b.place = 2
      join credential c on c.id = a.credential_id
    where b.revealed_at >= ${from} and b.revealed_at < ${to}
    union all
    select c.type_id, v.auditor_id, r.auditor_id, v.decision, r.decision, 'REAUDIT', v.place_from_end = 1
    from credential_reaudit r join credential c on c.id = r.credential_id
      join votes v on v.credential_id = r.credential_id and v.round = c.round
    where r.decided_at >= ${from} and r.decided_at < ${to}`.execute(em.getKysely());
  return rows;
}

export interface MonthOfDraws {
  readonly period: string;
  readonly seed: string;
  readonly share: number;
  readonly approved: readonly string[];
  readonly drawn: readonly string[];
}

/** The months of which there is a seed, latest first, with the ids of what was approved and drawn in each. */
export async function listDraws(em: EntityManager, limit: number): Promise<MonthOfDraws[]> {
  const { rows } = await sql<MonthOfDraws>`
    select s.period, s.seed, s.share,
      array(select c.id::text from credential c
        where c.state in ('APPROVED', 'EXPIRED', 'REVOKED') and c.decided_at >= s.created_at
          and to_char(c.decided_at at time zone 'UTC', 'YYYY-MM') = s.period) as approved,
      array(select r.credential_id::text from credential_reaudit r where r.period = s.period) as drawn
    from reaudit_seed s order by s.period desc limit ${limit}`.execute(em.getKysely());
  return rows;
}
