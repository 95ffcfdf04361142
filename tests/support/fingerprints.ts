import { createHash } from 'node:crypto';
import type { EntityManager } from '../../api/platform/database.ts';

/** Every row of every table, without the salted hashes of passwords and what looks different whenever it is sealed. */
export async function fingerprints(of: EntityManager): Promise<Record<string, string>> {
  const tables = [
    'region',
    'place',
    'holiday',
    'service_item',
    'service_option',
    'provider',
    'offering',
    'working_span',
    'time_off',
    'address',
    'account',
    'credential',
    'credential_decision',
    'certificate',
    'reservation',
    'booking',
    'booking_transition',
    'payment',
    'sandbox_charge',
    'ledger_transaction',
    'review',
  ];
  const result: Record<string, string> = {};
  for (const table of tables) {
    const rows = await of.execute<{ row: string }[]>(
      `select regexp_replace((to_jsonb(t) - 'password_hash')::text, 'v1\\.k1\\.[\\w-]+', 'sealed', 'g') as row from "${table}" t order by id`,
    );
    result[table] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
  }
  return result;
}
