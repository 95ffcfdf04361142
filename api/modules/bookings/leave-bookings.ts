import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { ErasureObstacle, PersonalDataHandler } from '../../platform/personal-data.ts';

const MESSAGES = {
  OPEN_HOLD: {
    en: 'A time is being held for you. Release it first.',
    'zh-CN': '您有一个正在保留的时段，请先释放。',
  },
  LIVE_BOOKINGS: {
    en: 'You have visits ahead or under way. Cancel them or let them take place first.',
    'zh-CN': '您有尚未完成的预约，请先取消或等待服务完成。',
  },
  UPCOMING_VISITS: {
    en: 'Households count on visits of yours. Have them cancelled or taken over first.',
    'zh-CN': '有家庭预约了您的服务，请先取消或转交。',
  },
} satisfies Record<string, LocalizedText>;

/**
 * Nobody leaves while somebody else counts on a visit, be it one of a series that is not reserved yet; whoever leaves waits for
 * nothing more.
 */
export const bookingsOnLeaving: PersonalDataHandler = {
  obstacles: async (em, clock, accountId) => {
    const live = await listLive(em, clock, accountId);
    const found: ErasureObstacle[] = [];
    for (const code of ['OPEN_HOLD', 'LIVE_BOOKINGS', 'UPCOMING_VISITS'] as const) {
      const subjectIds = live.filter((row) => row.code === code).map(({ id }) => id);
      if (subjectIds.length > 0) found.push({ code, message: MESSAGES[code], subjectIds });
    }
    return found;
  },
  erase: async ({ em, clock }, accountId) => {
    await sql`
      update waitlist_entry set status = 'LEFT', closed_at = ${clock.now()}
      where household_id = ${accountId} and status in ('WAITING', 'OFFERED')`.execute(em.getKysely());
  },
};

async function listLive(
  em: EntityManager,
  clock: Clock,
  accountId: string,
): Promise<{ readonly id: string; readonly code: keyof typeof MESSAGES }[]> {
  const { rows } = await sql<{ id: string; code: keyof typeof MESSAGES }>`
    select id, case when household_id <> ${accountId} then 'UPCOMING_VISITS' when state = 'HELD' then 'OPEN_HOLD' else 'LIVE_BOOKINGS' end as code
    from (
      select id, household_id, provider_id, state, hold_expires_at, starts_at from booking
      union all
      select v.id, s.household_id, s.provider_id, 'CONFIRMED', null, v.starts_at
      from series_visit v join booking_series s on s.id = v.series_id where v.status = 'PLANNED'
    ) visit
    where (state in ('REQUESTED', 'CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS') or (state = 'HELD' and hold_expires_at > ${clock.now()}))
      and (household_id = ${accountId} or provider_id in (select p.id from provider p where p.account_id = ${accountId}))
    order by starts_at, id`.execute(em.getKysely());
  return rows;
}
