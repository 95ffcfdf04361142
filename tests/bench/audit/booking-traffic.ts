import { sql } from 'kysely';
import { newId } from '../../../api/kernel/ids.ts';
import { BookingTransition } from '../../../api/modules/bookings/booking-transition.entity.ts';
import { Booking, BookingState } from '../../../api/modules/bookings/index.ts';
import { recordAudit } from '../../../api/platform/audit-log.ts';
import type { Database, EntityManager } from '../../../api/platform/database.ts';
import { publish } from '../../../api/platform/outbox.ts';
import { inUnitOfWork } from '../../../api/platform/unit-of-work.ts';
import { buildBooking } from '../../support/builders/booking.builder.ts';

const clock = { now: () => new Date() };

/** What a writer does about the log. */
export type Way = 'none' | 'entry' | 'chain';

export interface Round {
  readonly perSecond: number;
  readonly times: readonly number[];
}

/** As many bookings, each of a provider of its own. */
export async function seedBookings(database: Database, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let done = 0; done < count; done++) ids.push((await buildBooking(database.em.fork())).id);
  return ids;
}

/** So many clients change bookings of their own, one after the other, until the time is up. */
export async function runTraffic(
  database: Database,
  bookings: readonly string[],
  options: { readonly clients: number; readonly seconds: number; readonly way: Way },
): Promise<Round> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + options.seconds * 1000;
  const share = Math.floor(bookings.length / options.clients);
  await Promise.all(
    Array.from({ length: options.clients }, async (_, client) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const begin = performance.now();
        await changeBooking(database, bookings[client * share + (turn % share)]!, options.way);
        times.push(performance.now() - begin);
      }
    }),
  );
  return { perSecond: times.length / ((performance.now() - began) / 1000), times };
}

/** The statements of a change of state: the row under its lock, its history, two messages, and what the log asks for. */
async function changeBooking(database: Database, id: string, way: Way): Promise<void> {
  await inUnitOfWork(database.em, async (em) => {
    const { rows } = await sql<{ version: number }>`select version from booking where id = ${id} for update`.execute(
      em.getKysely(),
    );
    const version = rows[0]!.version;
    await em.nativeUpdate(Booking, { id, version }, { version: version + 1 });
    await em.insert(BookingTransition, {
      id: newId(),
      booking: id,
      from: BookingState.HELD,
      to: BookingState.CONFIRMED,
      actorRole: 'HOUSEHOLD',
      actor: null,
      at: clock.now(),
      reason: null,
    });
    const payload = { bookingId: id, generation: version };
    await publish(em, clock, [{ topic: 'bench.one', payload }]);
    await publish(em, clock, [{ topic: 'bench.two', payload }]);
    if (way !== 'none') await log(em, id, version);
    if (way === 'chain') await linkAtOnce(em, id);
  });
}

async function log(em: EntityManager, subjectId: string, version: number): Promise<void> {
  const who = {
    viewer: { accountId: subjectId, roles: ['HOUSEHOLD'] },
    ip: '203.0.113.5',
    clock,
    reference: subjectId,
  };
  await recordAudit(em, who, {
    action: 'booking.confirmed',
    subjectType: 'booking',
    subjectId,
    before: { state: 'HELD', version },
    after: { state: 'CONFIRMED', version: version + 1 },
  });
}

/** What is compared with: the chain extended by each writer itself, so that all of them queue for its end until their commit. */
async function linkAtOnce(em: EntityManager, subjectId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(1)');
  await em.execute(
    `insert into bench_chain (subject_id, hash) select ?, encode(sha256(convert_to(coalesce((select hash from bench_chain order by seq desc limit 1), '') || ?, 'UTF8')), 'hex')`,
    [subjectId, subjectId],
  );
}
