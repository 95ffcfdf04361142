import { newId } from '../../../api/kernel/ids.ts';
import { Address, SEALED_ADDRESS } from '../../../api/modules/accounts/index.ts';
import type { UnsealedAddress } from '../../../api/modules/accounts/index.ts';
import { TEST_VAULT } from '../test-keys.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { buildAccount } from './account.builder.ts';
import { buildRegion } from './region.builder.ts';

/** A flat in Islington, about 3.5 km from the middle of London. */
export async function buildAddress(
  em: EntityManager,
  overrides: Partial<UnsealedAddress> = {},
): Promise<UnsealedAddress> {
  const address: UnsealedAddress = {
    id: newId(),
    account: overrides.account ?? (await buildAccount(em)).id,
    regionId: overrides.regionId ?? (await buildRegion(em)).id,
    label: 'Home',
    line: '12 Canonbury Lane, Flat 3',
    district: 'Islington',
    point: '51.536200,-0.103300',
    doorNote: 'Ring twice, code 4711',
    createdAt: TEST_NOW,
    ...overrides,
  };
  await em.insert(Address, TEST_VAULT.sealRow(SEALED_ADDRESS, address));
  return address;
}
