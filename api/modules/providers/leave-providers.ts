import { sql } from 'kysely';
import type { PersonalDataHandler } from '../../platform/personal-data.ts';

/** A provider who is about to leave takes no bookings; one who has left never does again. */
export const providersOnLeaving: PersonalDataHandler = {
  obstacles: async (em, _clock, accountId) => {
    const { rows } = await sql<{ id: string }>`
      select m.business_id as id from business_manager m
      where m.account_id = ${accountId}
        and exists (select from provider p where p.business_id = m.business_id and p.status <> 'LEFT' and p.account_id is distinct from ${accountId})
        and not exists (select from business_manager other where other.business_id = m.business_id and other.account_id <> ${accountId})`.execute(
      em.getKysely(),
    );
    if (rows.length === 0) return [];
    return [
      {
        code: 'RUNS_BUSINESS',
        subjectIds: rows.map(({ id }) => id),
        message: {
          en: 'You are the only manager of a business that people work for. Hand it over or close it first.',
          'zh-CN': '您是一家仍有人员的商家的唯一管理者，请先移交或关闭该商家。',
        },
      },
    ];
  },
  hide: async (em, accountId) => {
    const { rows } = await sql`
      update provider set status = 'PAUSED' where account_id = ${accountId} and status = 'ACTIVE' returning id`.execute(
      em.getKysely(),
    );
    return rows.length > 0 ? 'ACTIVE' : null;
  },
  show: async (em, accountId, memo) => {
    await sql`
      update provider set status = ${memo} where account_id = ${accountId} and status = 'PAUSED'`.execute(
      em.getKysely(),
    );
  },
  erase: async ({ em }, accountId) => {
    await sql`update provider set status = 'LEFT' where account_id = ${accountId}`.execute(em.getKysely());
    await sql`
      update offering set enabled = false where provider_id in (select id from provider where account_id = ${accountId})`.execute(
      em.getKysely(),
    );
    await sql`delete from business_manager where account_id = ${accountId}`.execute(em.getKysely());
  },
};
