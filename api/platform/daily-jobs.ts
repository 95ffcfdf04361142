import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../kernel/clock.ts';
import { localDateAt } from '../kernel/zoned-time.ts';
import type { EntityManager } from './database.ts';

/**
 * Puts the jobs that run once a day into the outbox for the present day in UTC, with `{ day }` as their payload. However many
 * processes do so and however often, there is one message of each topic and day: its id is made of both.
 */
export async function scheduleDailyJobs(em: EntityManager, clock: Clock, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  const now = clock.now();
  const day = localDateAt(now, 'UTC');
  const rows = topics.map(
    (topic) => sql`(${dailyId(topic, day)}, ${topic}, ${JSON.stringify({ day })}::jsonb, ${now}, ${now})`,
  );
  await sql`
    insert into outbox_message (id, topic, payload, due_at, created_at) values ${sql.join(rows)}
    on conflict (id) do nothing`.execute(em.getKysely());
}

/** A UUID of version 8 (RFC 9562, 5.8): of our own making, the same for the same topic and day. */
function dailyId(topic: string, day: string): string {
  const hex = createHash('sha256').update(`${topic} ${day}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
