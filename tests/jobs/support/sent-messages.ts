import { Delivery, SEALED_DELIVERY } from '../../../api/modules/notifications/delivery.entity.ts';
import type { Database } from '../../../api/platform/database.ts';
import { TEST_VAULT } from '../../support/test-keys.ts';

export interface SentMessage {
  readonly kind: string;
  readonly channel: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  readonly status: string;
  readonly transport: string;
}

/** What was written to people, in order; `pattern` as SQL's `like` has it. */
export async function listDeliveries(database: Database, pattern = '%'): Promise<SentMessage[]> {
  const rows = await database.em
    .fork()
    .find(Delivery, { kind: { $like: pattern } }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return rows.map((row) => {
    const { kind, channel, status, transport } = row;
    return { kind, channel, status, transport, ...TEST_VAULT.openRow(SEALED_DELIVERY, row) };
  });
}
