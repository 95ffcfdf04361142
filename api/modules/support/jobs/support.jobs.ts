import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import type { EntityManager } from '../../../platform/database.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { VISIT_LEFT_UNSAFE } from '../../bookings/index.ts';
import { PAYMENT_LOST } from '../../payments/index.ts';
import { SupportCaseKind } from '../support-case.entity.ts';

/** Whoever had to leave a visit is looked after, and money that cannot be taken is seen to: once, however often this runs. */
export const supportSubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: VISIT_LEFT_UNSAFE,
    payload: z.object({ bookingId: z.uuid() }),
    handle: ({ em, clock }, { bookingId }) => openCase(em, clock, bookingId, SupportCaseKind.UNSAFE_EXIT),
  }),
  defineHandler({
    topic: PAYMENT_LOST,
    payload: z.object({ reference: z.string(), due: z.int() }),
    handle: async ({ em, clock }, { reference }) => {
      const [bookingId = ''] = reference.split('/');
      await openCase(em, clock, bookingId, SupportCaseKind.PAYMENT_LOST);
    },
  }),
];

async function openCase(em: EntityManager, clock: Clock, bookingId: string, kind: SupportCaseKind): Promise<void> {
  await sql`
    insert into support_case (id, booking_id, kind, opened_at)
    values (${newId()}, ${bookingId}, ${kind}, ${clock.now()})
    on conflict (booking_id, kind) do nothing`.execute(em.getKysely());
}
