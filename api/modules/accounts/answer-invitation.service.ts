import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { HouseholdInvitation } from './household-invitation.entity.ts';
import { lockHouseholds } from './household-lock.ts';
import { HouseholdMember } from './household-member.entity.ts';
import { CannotJoinError, InvitationNotOpenError } from './household.errors.ts';
import { MOST_MEMBERS, listMembers } from './household.queries.ts';
import type { HouseholdJoined, InvitationPreview } from './household.type.ts';
import { hasOpenVisits } from './household-visits.ts';
import { TokenPurpose, consumeToken, findToken } from './one-time-token.ts';
import { tellAccount } from './tell-account.ts';
import { requireViewer } from './viewer.ts';

const plain = { disableIdentityMap: true } as const;

/**
 * Joins the household of an invitation. It takes the token, which came by e-mail, and an account with the address it was sent to;
 * without either the invitation looks like none. What keeps somebody from joining leaves the invitation open.
 */
export async function acceptInvitation(
  context: RequestContext,
  token: string,
): Promise<HouseholdJoined | InvitationNotOpenError | CannotJoinError> {
  const { accountId } = requireViewer(context);
  return asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      const found = await findOpen(em, context, token);
      if (found === null || !(await isSentTo(em, context, found, accountId))) return notOpen(context);
      await lockHouseholds(em, accountId, found.household);
      const obstacle = await findObstacle(em, context, accountId, found.household);
      if (obstacle !== null) return obstacle;
      if (!(await close(em, context, found.id, 'ACCEPTED')) || !(await useUp(em, context, token)))
        return notOpen(context);
      await join(em, context, accountId, found);
      return { role: found.role };
    }),
  );
}

/** Turns an invitation down; false where there is none of that token. Whoever has the token may, with an account or without. */
export async function declineInvitation(context: RequestContext, token: string): Promise<boolean> {
  return asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      const found = await findOpen(em, context, token);
      if (found === null || !(await close(em, context, found.id, 'DECLINED'))) return false;
      await useUp(em, context, token);
      await recordAudit(em, context, {
        action: 'household.invitation-declined',
        subjectType: 'household',
        subjectId: found.household,
        after: { invitation: found.id },
      });
      return true;
    }),
  );
}

/** What an invitation says to whoever has its token; null where there is none. */
export async function previewInvitation(context: RequestContext, token: string): Promise<InvitationPreview | null> {
  return asSystem(async () => {
    const found = await findOpen(context.em, context, token);
    if (found === null) return null;
    const inviter = await context.em.findOneOrFail(Account, { id: found.invitedBy }, plain);
    const { viewer } = context;
    return {
      inviterName: inviter.displayName,
      email: context.vault.open('household_invitation.email', found.id, found.email),
      role: found.role,
      expiresAt: found.expiresAt,
      isForViewer: viewer !== null && (await isSentTo(context.em, context, found, viewer.accountId)),
    };
  });
}

async function findOpen(
  em: EntityManager,
  context: RequestContext,
  token: string,
): Promise<HouseholdInvitation | null> {
  const usable = await findToken(em, context, TokenPurpose.JOIN_HOUSEHOLD, token);
  if (usable?.subject == null) return null;
  return em.findOne(
    HouseholdInvitation,
    { id: usable.subject, state: 'PENDING', expiresAt: { $gt: context.clock.now() } },
    plain,
  );
}

async function isSentTo(
  em: EntityManager,
  { vault }: RequestContext,
  { emailHash }: HouseholdInvitation,
  accountId: string,
): Promise<boolean> {
  const account = await em.findOneOrFail(Account, { id: accountId }, plain);
  const email = vault.open('account.email', account.id, account.email);
  return vault.lookupHash('household_invitation.email', email) === emailHash;
}

/** Under the locks of both households, so that nothing found here changes before the end. */
async function findObstacle(
  em: EntityManager,
  context: RequestContext,
  accountId: string,
  householdId: string,
): Promise<CannotJoinError | null> {
  const refuse = (code: string, en: string, chinese: string): CannotJoinError =>
    new CannotJoinError(code, say(context, { en, 'zh-CN': chinese }));
  if ((await em.count(HouseholdMember, { account: accountId })) > 0) {
    return refuse(
      'OTHER_HOUSEHOLD',
      'You belong to a household already. Leave it first, on the page of your household.',
      '您已加入一个家庭，请先在“我的家庭”页面退出。',
    );
  }
  if ((await em.count(HouseholdMember, { household: accountId })) > 0) {
    return refuse(
      'HAS_MEMBERS',
      'Others share your own household. Remove them first, on the page of your household.',
      '您的家庭还有其他成员，请先在“我的家庭”页面将其移出。',
    );
  }
  if (await hasOpenVisits(em, context.clock, accountId)) {
    return refuse(
      'OPEN_VISITS',
      'You have visits to come, or a time held. Wait until they are over or cancel them, then accept.',
      '您还有未完成的预约或保留的时段，请等其结束或取消后再接受邀请。',
    );
  }
  const isGone = (await em.count(HouseholdMember, { account: householdId })) > 0;
  if (isGone || (await listMembers(em, householdId)).length >= MOST_MEMBERS) {
    return refuse(
      'HOUSEHOLD_FULL',
      'This household has no room at present. Ask whoever invited you.',
      '该家庭暂时无法加入新成员，请联系邀请人。',
    );
  }
  return null;
}

/** Of several answers at once one gets through. */
async function close(
  em: EntityManager,
  { clock }: RequestContext,
  id: string,
  state: 'ACCEPTED' | 'DECLINED',
): Promise<boolean> {
  const { rows } = await sql`
    update household_invitation set state = ${state}
    where id = ${id} and state = 'PENDING' and expires_at > ${clock.now()} returning id`.execute(em.getKysely());
  return rows.length === 1;
}

async function useUp(em: EntityManager, context: RequestContext, token: string): Promise<boolean> {
  return (await consumeToken(em, context, TokenPurpose.JOIN_HOUSEHOLD, token)) !== null;
}

function notOpen(context: RequestContext): InvitationNotOpenError {
  return new InvitationNotOpenError(
    'INVITATION_NOT_OPEN',
    say(context, {
      en: 'This invitation is not open, or was sent to another address. Sign in with the address it came to.',
      'zh-CN': '该邀请已失效，或发送给了其他邮箱。请使用收到邀请的邮箱登录。',
    }),
  );
}

async function join(
  em: EntityManager,
  context: RequestContext,
  accountId: string,
  { id, household, role, invitedBy }: HouseholdInvitation,
): Promise<void> {
  await em.insert(HouseholdMember, {
    id: newId(),
    account: accountId,
    household,
    role,
    invitedBy,
    joinedAt: context.clock.now(),
  });
  // Nobody can join a household whose owner shares another's.
  await em.nativeUpdate(HouseholdInvitation, { household: accountId, state: 'PENDING' }, { state: 'REVOKED' });
  await tellAccount(em, context, { accountId: household, kind: 'household-joined' });
  await recordAudit(em, context, {
    action: 'household.member-joined',
    subjectType: 'household',
    subjectId: household,
    after: { invitation: id, member: accountId, role },
  });
}
