import { sql } from 'kysely';
import type { PersonalDataHandler } from '../../platform/personal-data.ts';
import { Role } from './role.ts';

/** What an account means to others who could not do without it, and how it ends. */
export const accountsOnLeaving: PersonalDataHandler = {
  obstacles: async (em, _clock, accountId) => {
    const { rows } = await sql<{ others: number }>`
      select count(*) filter (where id <> ${accountId})::int as others from account
      where ${Role.ADMINISTRATOR} = any(roles) and banned_at is null
      having bool_or(id = ${accountId})`.execute(em.getKysely());
    if (rows[0]?.others !== 0) return [];
    return [
      {
        code: 'LAST_ADMINISTRATOR',
        subjectIds: [accountId],
        message: {
          en: 'You are the only administrator. Make somebody else one first.',
          'zh-CN': '您是唯一的管理员，请先指定另一位管理员。',
        },
      },
    ];
  },
  erase: async ({ em, clock }, accountId) => {
    await sql`
      update account set roles = '{}', is_demo = false, banned_at = ${clock.now()}, email_verified_at = null, phone_verified_at = null
      where id = ${accountId}`.execute(em.getKysely());
  },
};
