import {
  HouseholdInvitation,
  HouseholdMember,
  HouseholdRole,
  SEALED_HOUSEHOLD_INVITATION,
} from '../../../api/modules/accounts/index.ts';
import { newId } from '../../../api/kernel/ids.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { TEST_VAULT } from '../test-keys.ts';
import { buildAccount } from './account.builder.ts';

/** A member of the household, with an account of its own unless one is given. */
export async function buildHouseholdMember(
  em: EntityManager,
  overrides: Partial<HouseholdMember> & Pick<HouseholdMember, 'household'>,
): Promise<HouseholdMember> {
  const member: HouseholdMember = {
    id: newId(),
    account: overrides.account ?? (await buildAccount(em, { displayName: 'Wei Chen' })).id,
    role: HouseholdRole.MEMBER,
    invitedBy: overrides.household,
    joinedAt: TEST_NOW,
    ...overrides,
  };
  await em.insert(HouseholdMember, member);
  return member;
}

/** An open invitation by the owner, which nobody has the token of. */
export async function buildInvitation(
  em: EntityManager,
  { household }: { readonly household: string },
): Promise<HouseholdInvitation> {
  const id = newId();
  const invitation = TEST_VAULT.sealRow(SEALED_HOUSEHOLD_INVITATION, {
    id,
    household,
    invitedBy: household,
    email: `${id}@example.org`,
    role: HouseholdRole.MEMBER,
    state: 'PENDING',
    createdAt: TEST_NOW,
    expiresAt: new Date(TEST_NOW.getTime() + 7 * 86_400_000),
  });
  await em.insert(HouseholdInvitation, invitation);
  return invitation;
}
