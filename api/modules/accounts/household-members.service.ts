import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { HouseholdInvitation } from './household-invitation.entity.ts';
import { lockHouseholds } from './household-lock.ts';
import { HouseholdMember } from './household-member.entity.ts';
import { type HouseholdRole } from './household-role.ts';
import { hasSayOver, runsHousehold } from './household.policy.ts';
import { tellAccount } from './tell-account.ts';
import { forbidden, requireViewer } from './viewer.ts';

/** Takes an open invitation back; false where the household has none of that id. */
export async function revokeInvitation(context: RequestContext, invitationId: string): Promise<boolean> {
  const viewer = requireManager(context);
  if (!isId(invitationId)) return false;
  return inUnitOfWork(context.em, async (em) => {
    const open = { id: invitationId, household: viewer.householdId, state: 'PENDING' } as const;
    if ((await em.nativeUpdate(HouseholdInvitation, open, { state: 'REVOKED' })) === 0) return false;
    await audit(em, context, 'household.invitation-revoked', { invitation: invitationId });
    return true;
  });
}

/** Lets a member do more, or less. @throws BAD_USER_INPUT where the household has no such member. */
export async function changeMemberRole(context: RequestContext, memberId: string, role: HouseholdRole): Promise<void> {
  const viewer = requireManager(context);
  await inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    const member = await findMember(em, viewer, memberId);
    if (member === null) throw badUserInput('memberId', 'There is no such member.');
    if (!hasSayOver(viewer.householdRole, member.role) || !hasSayOver(viewer.householdRole, role)) throw forbidden();
    if (member.role === role) return;
    await em.nativeUpdate(HouseholdMember, { id: member.id }, { role });
    await audit(
      em,
      context,
      'household.role-changed',
      { member: memberId, role },
      { member: memberId, role: member.role },
    );
  });
}

/** Ends somebody's part in the household from their next request on; false where it has no such member. */
export async function removeMember(context: RequestContext, memberId: string): Promise<boolean> {
  const viewer = requireManager(context);
  // As the platform, because the person removed is told, and what somebody is told is theirs alone.
  return asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      await lockHouseholds(em, viewer.householdId);
      const member = await findMember(em, viewer, memberId);
      if (member === null) return false;
      if (!hasSayOver(viewer.householdRole, member.role)) throw forbidden();
      await em.nativeDelete(HouseholdMember, { id: member.id });
      await tellAccount(em, context, { accountId: memberId, kind: 'household-removed' });
      await audit(em, context, 'household.member-removed', undefined, { member: memberId, role: member.role });
      return true;
    }),
  );
}

/** Goes back to a household of one's own; false for whoever has no other. */
export async function leaveHousehold(context: RequestContext): Promise<boolean> {
  const { accountId, householdId, householdRole } = requireViewer(context);
  if (householdId === accountId) return false;
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, householdId);
    if ((await em.nativeDelete(HouseholdMember, { account: accountId, household: householdId })) === 0) return false;
    await audit(em, context, 'household.member-left', undefined, { member: accountId, role: householdRole });
    return true;
  });
}

function requireManager(context: RequestContext): ViewerIdentity {
  const viewer = requireViewer(context);
  if (!runsHousehold(viewer.householdRole)) throw forbidden();
  return viewer;
}

async function findMember(
  em: EntityManager,
  { householdId }: ViewerIdentity,
  memberId: string,
): Promise<HouseholdMember | null> {
  if (!isId(memberId)) return null;
  return em.findOne(
    HouseholdMember,
    { account: memberId, household: householdId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
}

type State = Readonly<Record<string, string>>;

async function audit(
  em: EntityManager,
  context: RequestContext,
  action: string,
  after: State | undefined,
  before?: State,
): Promise<void> {
  await recordAudit(em, context, {
    action,
    subjectType: 'household',
    subjectId: requireViewer(context).householdId,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}
