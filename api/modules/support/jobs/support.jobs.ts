import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { VISIT_LEFT_UNSAFE } from '../../bookings/index.ts';
import { SupportCaseKind } from '../support-case.entity.ts';

/** Whoever had to leave a visit is looked after: once, however often this runs. */
export const supportSubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: VISIT_LEFT_UNSAFE,
    payload: z.object({ bookingId: z.uuid() }),
    handle: async ({ em, clock }, { bookingId }) => {
      await sql`
        insert into support_case (id, booking_id, kind, opened_at)
        values (${newId()}, ${bookingId}, ${SupportCaseKind.UNSAFE_EXIT}, ${clock.now()})
        on conflict (booking_id, kind) do nothing`.execute(em.getKysely());
    },
  }),
];
