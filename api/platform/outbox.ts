import { sql } from 'kysely';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { EntityManager } from './database.ts';

export interface OutboxDraft {
  readonly topic: string;
  /** Ids and plain values only. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** When it should be handled; at once if left out. */
  readonly dueAt?: Date;
}

/** Writes messages into the transaction of `em`: they are handled if, and only if, it commits. */
export async function publish(em: EntityManager, clock: Clock, drafts: readonly OutboxDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const now = clock.now();
  const rows = drafts.map(
    (draft) =>
      sql`(${newId()}, ${draft.topic}, ${JSON.stringify(draft.payload)}::jsonb, ${draft.dueAt ?? now}, ${now})`,
  );
  await sql`insert into outbox_message (id, topic, payload, due_at, created_at) values ${sql.join(rows)}`.execute(
    em.getKysely(),
  );
}
