import { sql } from 'kysely';
import type { PersonalDataHandler } from '../../platform/personal-data.ts';

/** What was waiting to be sent to somebody who left is not. */
export const notificationsOnLeaving: PersonalDataHandler = {
  erase: async ({ em }, accountId) => {
    await sql`
      update delivery set status = 'FAILED' where account_id = ${accountId} and status = 'QUEUED'`.execute(
      em.getKysely(),
    );
  },
};
