import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../api/kernel/clock.ts';
import { headFileOf } from '../../api/platform/audit/audit-head.ts';
import { AuditInspector } from '../../api/platform/audit/audit-inspector.ts';
import type { Database } from '../../api/platform/database.ts';
import { readKeyRing } from '../../api/platform/key-ring.ts';
import { TEST_KEYS } from './test-keys.ts';

/** An inspector with the keys of the tests; no head is kept for it. */
export function buildInspector(database: Database, clock: Clock): AuditInspector {
  const { signing } = readKeyRing({ keys: TEST_KEYS, keyFile: '' });
  return new AuditInspector({ database, clock, signing, headFile: headFileOf(join(tmpdir(), 'no-doorstep-here')) });
}
