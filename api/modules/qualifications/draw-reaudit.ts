import { createHash, createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { REAUDIT_SHARE, drawPeriod, isDrawn, toTicket } from './domain/reaudit-draw.ts';

const SEED_BYTES = 32;
const DUE_DAYS = 7;

/** Draws whether an approval is audited again, in the transaction of the approval (Q5). */
export async function drawReaudit(em: EntityManager, credentialId: string, approvedAt: Date): Promise<void> {
  const period = drawPeriod(approvedAt);
  const { seed, share } = await seedOf(em, period, approvedAt);
  const ticket = ticketOf(seed, credentialId);
  if (!isDrawn(ticket, share)) return;
  await em.insert(CredentialReaudit, {
    id: newId(),
    credential: credentialId,
    period,
    ticket,
    drawnAt: approvedAt,
    dueAt: new Date(approvedAt.getTime() + DUE_DAYS * 86_400_000),
    claimedBy: null,
    claimExpiresAt: null,
    version: 1,
    auditor: null,
    decision: null,
    reasonCode: null,
    note: null,
    decidedAt: null,
  });
}

/** HMAC-SHA-256 of the credential's id under the month's seed: whoever has both can draw again. */
export function ticketOf(seed: string, credentialId: string): number {
  return toTicket(createHmac('sha256', Buffer.from(seed, 'hex')).update(credentialId).digest('hex'));
}

/** What of a seed can be shown before its month is over: nobody can change it afterwards and still match this. */
export function commitmentOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex');
}

/** The first approval of a month makes its seed; of two at once, the second takes the first's. */
async function seedOf(em: EntityManager, period: string, now: Date): Promise<{ seed: string; share: number }> {
  const made = randomBytes(SEED_BYTES).toString('hex');
  await sql`
    insert into reaudit_seed (id, period, seed, share, created_at) values (${newId()}, ${period}, ${made}, ${REAUDIT_SHARE}, ${now})
    on conflict (period) do nothing`.execute(em.getKysely());
  const { rows } = await sql<{ seed: string; share: number }>`
    select seed, share from reaudit_seed where period = ${period}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`The seed of ${period} is gone`);
  return row;
}
