import { sql } from 'kysely';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { PersonalDataHandler } from '../../platform/personal-data.ts';
import { HouseholdMember } from './household-member.entity.ts';
import { Role } from './role.ts';

const LAST_ADMINISTRATOR: LocalizedText = {
  en: 'You are the only administrator. Make somebody else one first.',
  'zh-CN': '您是唯一的管理员，请先指定另一位管理员。',
};
const HAS_MEMBERS: LocalizedText = {
  en: 'Others share your household. Remove them first, so that they know.',
  'zh-CN': '您的家庭还有其他成员，请先移出他们，让他们知晓。',
};

/** What an account means to others who could not do without it, and how it ends. */
export const accountsOnLeaving: PersonalDataHandler = {
  obstacles: async (em, _clock, accountId) => {
    const { rows } = await sql<{ others: number }>`
      select count(*) filter (where id <> ${accountId})::int as others from account
      where ${Role.ADMINISTRATOR} = any(roles) and banned_at is null
      having bool_or(id = ${accountId})`.execute(em.getKysely());
    const members = await em.find(HouseholdMember, { household: accountId }, { disableIdentityMap: true });
    return [
      ...(rows[0]?.others === 0
        ? [{ code: 'LAST_ADMINISTRATOR', subjectIds: [accountId], message: LAST_ADMINISTRATOR }]
        : []),
      ...(members.length > 0
        ? [{ code: 'HOUSEHOLD_HAS_MEMBERS', subjectIds: members.map(({ account }) => account), message: HAS_MEMBERS }]
        : []),
    ];
  },
  erase: async ({ em, clock }, accountId) => {
    await sql`
      update account set roles = '{}', is_demo = false, banned_at = ${clock.now()}, email_verified_at = null, phone_verified_at = null
      where id = ${accountId}`.execute(em.getKysely());
  },
};
