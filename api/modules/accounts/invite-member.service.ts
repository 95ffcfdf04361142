import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { TooManyAttemptsError } from './accounts.errors.ts';
import { HouseholdInvitation, SEALED_HOUSEHOLD_INVITATION } from './household-invitation.entity.ts';
import { lockHouseholds } from './household-lock.ts';
import { InvitationRefusedError } from './household.errors.ts';
import type { InviteMemberInput } from './household.inputs.ts';
import { hasSayOver } from './household.policy.ts';
import { MOST_MEMBERS, listMembers, listOpenInvitations } from './household.queries.ts';
import type { MemberInvited } from './household.type.ts';
import { TokenPurpose, issueToken } from './one-time-token.ts';
import { tellAccount } from './tell-account.ts';
import { forbidden, requireViewer } from './viewer.ts';

const DAY_SECONDS = 86_400;
const OPEN_DAYS = 7;
const PER_ACCOUNT: RateLimit = { name: 'invitations-account', points: 20, windowSeconds: DAY_SECONDS };
/** Whoever does not want to join is not to be asked all day long. */
const PER_ADDRESS: RateLimit = { name: 'invitations-address', points: 5, windowSeconds: DAY_SECONDS };

type Outcome = MemberInvited | InvitationRefusedError | TooManyAttemptsError;

/** Invites somebody by e-mail to share the household. Whether the address has an account is neither asked nor told. */
export async function inviteMember(context: RequestContext, input: InviteMemberInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  if (!hasSayOver(viewer.householdRole, input.role)) throw forbidden();
  const email = input.email.trim().toLowerCase();
  const own = await context.loaders.get(Account, viewer.accountId);
  if (context.vault.open('account.email', own.id, own.email) === email) {
    return new InvitationRefusedError(
      'OWN_ADDRESS',
      say(context, { en: 'This is your own address.', 'zh-CN': '这是您自己的邮箱。' }),
    );
  }
  const emailHash = context.vault.lookupHash('household_invitation.email', email);
  const wait =
    (await context.limits.consume(PER_ACCOUNT, viewer.accountId)) ??
    (await context.limits.consume(PER_ADDRESS, emailHash));
  if (wait !== null) {
    return new TooManyAttemptsError(
      'TOO_MANY_ATTEMPTS',
      say(context, {
        en: 'That were many invitations for one day. Try again tomorrow.',
        'zh-CN': '今天发送的邀请过多，请明天再试。',
      }),
      wait,
    );
  }
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    // A further invitation to the same address takes the place of the first.
    const replaced = { household: viewer.householdId, emailHash, state: 'PENDING' } as const;
    await em.nativeUpdate(HouseholdInvitation, replaced, { state: 'REVOKED' });
    const members = await listMembers(em, viewer.householdId);
    const open = await listOpenInvitations(em, context.clock.now(), viewer.householdId);
    if (members.length + open.length >= MOST_MEMBERS) {
      return new InvitationRefusedError(
        'HOUSEHOLD_FULL',
        say(context, {
          en: `A household has at most ${MOST_MEMBERS + 1} people, open invitations included.`,
          'zh-CN': `一个家庭最多 ${MOST_MEMBERS + 1} 人（含未接受的邀请）。`,
        }),
      );
    }
    return { invitation: await writeInvitation(em, context, { email, emailHash, role: input.role }) };
  });
}

async function writeInvitation(
  em: EntityManager,
  context: RequestContext,
  draft: Pick<HouseholdInvitation, 'emailHash' | 'role'> & { readonly email: string },
): Promise<HouseholdInvitation> {
  const { accountId, householdId } = requireViewer(context);
  const now = context.clock.now();
  const invitation = context.vault.sealRow(SEALED_HOUSEHOLD_INVITATION, {
    id: newId(),
    household: householdId,
    invitedBy: accountId,
    email: draft.email,
    role: draft.role,
    state: 'PENDING',
    createdAt: now,
    expiresAt: new Date(now.getTime() + OPEN_DAYS * DAY_SECONDS * 1_000),
  });
  await em.insert(HouseholdInvitation, invitation);
  const token = await issueToken(em, context, {
    accountId,
    purpose: TokenPurpose.JOIN_HOUSEHOLD,
    minutes: OPEN_DAYS * 24 * 60,
    subject: invitation.id,
  });
  await tellAccount(em, context, {
    accountId,
    kind: 'household-invitation',
    recipient: draft.email,
    tokenId: token.id,
  });
  await recordAudit(em, context, {
    action: 'household.member-invited',
    subjectType: 'household',
    subjectId: householdId,
    after: { invitation: invitation.id, role: draft.role },
  });
  return invitation;
}
