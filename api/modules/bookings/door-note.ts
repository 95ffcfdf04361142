import { sql } from 'kysely';
import { localize } from '../../kernel/localized-text.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { Booking } from './booking.entity.ts';
import type { DoorNoteRead } from './bookings.type.ts';

const READ = 'door-note.read';

/** The door note; a read by the provider is on record before it leaves, once for each request and booking (B11). */
export async function readDoorNote(
  context: RequestContext,
  booking: Booking,
  { isRecorded }: { readonly isRecorded: boolean },
): Promise<string | null> {
  const note = context.vault.open('booking.door_note', booking.id, booking.doorNote);
  if (note === null || !isRecorded) return note;
  const record = context.loaders.batch('door-note-read', async (bookingIds: readonly string[]) => {
    await inUnitOfWork(context.em, async (em) => {
      for (const subjectId of bookingIds)
        await recordAudit(em, context, { action: READ, subjectType: 'booking', subjectId });
    });
    return bookingIds.map(() => true);
  });
  await record.load(booking.id);
  return note;
}

/** Who read the door note of a booking and when, as the audit log has it. */
export async function listDoorNoteReads(
  { em, loaders, locale }: RequestContext,
  bookingId: string,
): Promise<DoorNoteRead[]> {
  const reads = loaders.batch('door-note-reads', async (ids: readonly string[]) => {
    const { rows } = await sql<{ subject_id: string; at: string; name: LocalizedText }>`
      select e.subject_id, e.at, p.display_name as name from audit_entry e
        join booking b on b.id = e.subject_id join provider p on p.id = b.provider_id
      where e.subject_id = any(${ids}) and e.action = ${READ} order by e.at, e.id`.execute(em.getKysely());
    return ids.map((id) => rows.filter((row) => row.subject_id === id));
  });
  return (await reads.load(bookingId)).map(({ at, name }) => ({ at: new Date(at), by: localize(name, locale) }));
}
