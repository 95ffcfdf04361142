import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import { Viewer } from './accounts.type.ts';
import { acceptInvitation, declineInvitation, previewInvitation } from './answer-invitation.service.ts';
import { HouseholdInvitation } from './household-invitation.entity.ts';
import { changeMemberRole, leaveHousehold, removeMember, revokeInvitation } from './household-members.service.ts';
import { HouseholdRole, toHouseholdRole } from './household-role.ts';
import { InviteMemberInput } from './household.inputs.ts';
import { hasSayOver, householdRoleOn, runsHousehold } from './household.policy.ts';
import { listMembers, listOpenInvitations } from './household.queries.ts';
import {
  AcceptInvitationResult,
  Household,
  HouseholdPerson,
  InvitationPreview,
  InviteMemberResult,
} from './household.type.ts';
import { inviteMember } from './invite-member.service.ts';
import { requireViewer } from './viewer.ts';

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, { description: 'Those you share visits and addresses with; at first you alone.' })
  myHousehold(@Ctx() context: RequestContext): Household {
    return ownHousehold(context);
  }

  @Query(() => InvitationPreview, {
    nullable: true,
    description: 'The invitation of a token that came by e-mail; null when it is none that can be accepted.',
  })
  async invitation(
    @Arg('token', () => String, { description: 'The token of the link.' }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<InvitationPreview | null> {
    return previewInvitation(context, token);
  }

  @FieldResolver(() => String, { description: 'Name of its owner.' })
  async name(@Root() household: Household, @Ctx() context: RequestContext): Promise<string> {
    return (await context.loaders.get(Account, household.id)).displayName;
  }

  @FieldResolver(() => [HouseholdPerson], { description: 'Everybody who shares it, the owner first.' })
  async members(@Root() household: Household, @Ctx() context: RequestContext): Promise<HouseholdPerson[]> {
    const rows = await listMembers(context.em, household.id);
    const people = [
      { id: household.id, role: HouseholdRole.OWNER, joinedAt: null },
      ...rows.map(({ account, role, joinedAt }) => ({ id: account, role, joinedAt })),
    ];
    return Promise.all(
      people.map(async (person) => ({
        ...person,
        displayName: (await context.loaders.get(Account, person.id)).displayName,
        isViewer: person.id === context.viewer?.accountId,
        canManage: person.id !== context.viewer?.accountId && hasSayOver(household.role, person.role),
      })),
    );
  }

  @FieldResolver(() => [HouseholdInvitation], {
    description: 'Invitations nobody has answered yet, latest first; for members an empty list.',
  })
  async invitations(@Root() household: Household, @Ctx() context: RequestContext): Promise<HouseholdInvitation[]> {
    return runsHousehold(household.role) ? listOpenInvitations(context.em, context.clock.now(), household.id) : [];
  }

  @Mutation(() => InviteMemberResult, { description: 'Invites somebody by e-mail to share your household.' })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom, and as what.' }) input: InviteMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof InviteMemberResult> {
    return inviteMember(context, input);
  }

  @Mutation(() => Boolean, { description: 'Takes an open invitation back; false when there is none of that id.' })
  async revokeInvitation(
    @Arg('invitationId', () => ID, { description: 'The invitation.' }) invitationId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return revokeInvitation(context, invitationId);
  }

  @Mutation(() => AcceptInvitationResult, { description: 'Joins the household of an invitation.' })
  async acceptInvitation(
    @Arg('token', () => String, { description: 'The token of the link.' }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptInvitationResult> {
    return acceptInvitation(context, token);
  }

  @Mutation(() => Boolean, { description: 'Turns an invitation down; false when there is none of that token.' })
  async declineInvitation(
    @Arg('token', () => String, { description: 'The token of the link.' }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return declineInvitation(context, token);
  }

  @Mutation(() => Household, { description: 'Lets a member of your household do more, or less.' })
  async changeMemberRole(
    @Arg('memberId', () => ID, { description: 'Their account.' }) memberId: string,
    @Arg('role', () => HouseholdRole, { description: 'MANAGER or MEMBER.' }) role: HouseholdRole,
    @Ctx() context: RequestContext,
  ): Promise<Household> {
    await changeMemberRole(context, memberId, role);
    return ownHousehold(context);
  }

  @Mutation(() => Boolean, { description: 'Removes a member from your household; false when it has no such member.' })
  async removeMember(
    @Arg('memberId', () => ID, { description: 'Their account.' }) memberId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return removeMember(context, memberId);
  }

  @Mutation(() => Boolean, {
    description: 'Leaves the household you share, back to your own; false for whoever shares no other.',
  })
  async leaveHousehold(@Ctx() context: RequestContext): Promise<boolean> {
    return leaveHousehold(context);
  }
}

@Resolver(() => HouseholdInvitation)
export class HouseholdInvitationResolver {
  @FieldResolver(() => String, { description: 'Where it was sent.' })
  email(@Root() invitation: HouseholdInvitation, @Ctx() { vault }: RequestContext): string {
    return vault.open('household_invitation.email', invitation.id, invitation.email);
  }
}

@Resolver(() => Viewer)
export class ViewerHouseholdResolver {
  @FieldResolver(() => HouseholdRole, { description: 'What they may do in their household.' })
  householdRole(@Root() viewer: Viewer, @Ctx() context: RequestContext): HouseholdRole {
    const { accountId, householdId } = context.viewer ?? {};
    return (
      (accountId === viewer.id && householdId && householdRoleOn(context.viewer, householdId)) || HouseholdRole.OWNER
    );
  }
}

function ownHousehold(context: RequestContext): Household {
  const { householdId, householdRole } = requireViewer(context);
  return { id: householdId, role: toHouseholdRole(householdRole) };
}
