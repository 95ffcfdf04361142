import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { toIpClass } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { Account } from './account.entity.ts';
import { readUserAgent } from './domain/user-agent.ts';
import { tellAccount } from './tell-account.ts';

/**
 * Remembers the device that an account signs in on, and has the account told if it is not one of those seen before; its first
 * is no news. A device is a browser and a system in a network: that of an update is the same, that of another city is not.
 */
export async function noteDevice(
  em: EntityManager,
  { clock, vault, userAgent, ip }: Pick<RequestContext, 'clock' | 'vault' | 'userAgent' | 'ip'>,
  account: Pick<Account, 'id' | 'isDemo'>,
): Promise<void> {
  const { browser, system } = readUserAgent(userAgent);
  const deviceHash = vault.lookupHash('known_device.device', [browser, system, toIpClass(ip)].join('\0'));
  const { rows } = await sql<{ is_new: boolean; has_others: boolean }>`
    insert into known_device (id, account_id, device_hash, seen_at)
    values (${newId()}, ${account.id}, ${deviceHash}, ${clock.now()})
    on conflict (account_id, device_hash) do update set seen_at = excluded.seen_at
    returning xmax = 0 as is_new,
      exists (select from known_device other where other.account_id = ${account.id} and other.device_hash <> ${deviceHash})
        as has_others`.execute(em.getKysely());
  const isNews = rows[0]?.is_new === true && rows[0].has_others;
  if (isNews && !account.isDemo)
    await tellAccount(em, { clock, vault }, { accountId: account.id, kind: 'new-sign-in', userAgent });
}
