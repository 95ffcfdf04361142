import type { EntityManager } from '../../platform/database.ts';
import { HouseholdInvitation } from './household-invitation.entity.ts';
import { HouseholdMember } from './household-member.entity.ts';

/** Beside the owner, open invitations included. */
export const MOST_MEMBERS = 9;

const plain = { disableIdentityMap: true } as const;

export async function listMembers(em: EntityManager, householdId: string): Promise<HouseholdMember[]> {
  return em.find(HouseholdMember, { household: householdId }, { ...plain, orderBy: { joinedAt: 'asc', id: 'asc' } });
}

/** Invitations of the household that can still be accepted, latest first. */
export async function listOpenInvitations(
  em: EntityManager,
  now: Date,
  householdId: string,
): Promise<HouseholdInvitation[]> {
  return em.find(
    HouseholdInvitation,
    { household: householdId, state: 'PENDING', expiresAt: { $gt: now } },
    { ...plain, orderBy: { createdAt: 'desc', id: 'desc' } },
  );
}

/** Whether somebody belongs to a household, be it as its owner. */
export async function belongsTo(em: EntityManager, accountId: string, householdId: string): Promise<boolean> {
  if (accountId === householdId) return true;
  return (await em.count(HouseholdMember, { account: accountId, household: householdId })) > 0;
}
