import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { PersonalDataHandler } from '../../platform/personal-data.ts';
import { REMOVE_FILE } from './jobs/job-topics.ts';

const OWN = sql`select c.id from credential c join provider p on p.id = c.provider_id where p.account_id =`;

/** The files of somebody who left are removed; what was under way ends, and an auditor lets go of what they had claimed. */
export const qualificationsOnLeaving: PersonalDataHandler = {
  erase: async ({ em, clock }, accountId) => {
    const { rows } = await sql<{ fileKey: string }>`
      select file_key as "fileKey" from evidence where credential_id in (${OWN} ${accountId})
      union select file_key from evidence_upload where account_id = ${accountId} and file_key is not null`.execute(
      em.getKysely(),
    );
    await publish(
      em,
      clock,
      rows.map(({ fileKey }) => ({ topic: REMOVE_FILE, payload: { fileKey } })),
    );
    await endWhatIsUnderWay(em, clock, accountId);
    await sql`
      update credential set claimed_by_id = null, claim_expires_at = null where claimed_by_id = ${accountId}`.execute(
      em.getKysely(),
    );
  },
};

/** What no auditor has seen goes without a trace; what one has begun to judge is taken back. */
async function endWhatIsUnderWay(em: EntityManager, clock: Clock, accountId: string): Promise<void> {
  await sql`
    delete from credential where id in (${OWN} ${accountId}) and state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW')
      and not exists (select from credential_decision d where d.credential_id = credential.id)`.execute(em.getKysely());
  const { rows } = await sql<{ id: string; from: string }>`
    with under_way as (
      select id, state from credential
      where id in (${OWN} ${accountId}) and state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW', 'MORE_INFO')
      for update)
    update credential set state = 'REVOKED', version = version + 1, claimed_by_id = null, claim_expires_at = null
    from under_way where under_way.id = credential.id returning credential.id, under_way.state as "from"`.execute(
    em.getKysely(),
  );
  for (const { id, from } of rows) {
    await sql`
      insert into credential_transition (id, credential_id, "from", "to", actor_role, actor_id, at, reason)
      values (${newId()}, ${id}, ${from}, 'REVOKED', 'SYSTEM', null, ${clock.now()}, 'account erased')`.execute(
      em.getKysely(),
    );
  }
}
