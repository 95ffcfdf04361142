import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

export interface ProposedRange {
  readonly start: Date;
  readonly end: Date;
  /** Proposals that ran out by then do not count, whether they were ended or not. */
  readonly now: Date;
}

/** Ids of the provider's bookings for which a time in the range is proposed and not answered, by that time. */
export async function listProposedMoves(
  em: EntityManager,
  providerId: string,
  { start, end, now }: ProposedRange,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from move_proposal p join booking b on b.id = p.booking_id
    where b.provider_id = ${providerId} and p.status = 'PENDING' and p.expires_at > ${now}
      and p.starts_at >= ${start} and p.starts_at < ${end}
    order by p.starts_at`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
