import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { TooManyAttemptsError } from './accounts.errors.ts';
import { HouseholdInvitation } from './household-invitation.entity.ts';
import { HouseholdRole } from './household-role.ts';
import { CannotJoinError, InvitationNotOpenError, InvitationRefusedError } from './household.errors.ts';

@ObjectType({ description: 'Those who share visits and addresses. Only they read this type.' })
export class Household {
  @Field(() => ID, { description: 'Identifies the household.' })
  id!: string;

  @Field(() => HouseholdRole, { description: 'What you may do in it.' })
  role!: HouseholdRole;
}

@ObjectType({ description: 'Somebody of your household.' })
export class HouseholdPerson {
  @Field(() => ID, { description: 'Identifies their account.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  displayName!: string;

  @Field(() => HouseholdRole, { description: 'What they may do.' })
  role!: HouseholdRole;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when; null for the owner.' })
  joinedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is you.' })
  isViewer!: boolean;

  @Field(() => Boolean, { description: 'Whether you may change what they may do, and remove them.' })
  canManage!: boolean;
}

@ObjectType({ description: 'An invitation as whoever has its token reads it.' })
export class InvitationPreview {
  @Field(() => String, { description: 'Name of who invites.' })
  inviterName!: string;

  @Field(() => String, { description: 'The address it was sent to; the account that accepts must have it.' })
  email!: string;

  @Field(() => HouseholdRole, { description: 'What you are to be.' })
  role!: HouseholdRole;

  @Field(() => DateTimeScalar, { description: 'Until when it can be accepted.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether you are signed in with the account that can accept it.' })
  isForViewer!: boolean;
}

@ObjectType({ description: 'The invitation is on its way, whether or not the address has an account.' })
export class MemberInvited {
  @Field(() => HouseholdInvitation, { description: 'The invitation.' })
  invitation!: HouseholdInvitation;
}

@ObjectType({ description: 'You belong to the household from your next request on.' })
export class HouseholdJoined {
  @Field(() => HouseholdRole, { description: 'What you may do in it.' })
  role!: HouseholdRole;
}

export const InviteMemberResult = createUnionType({
  name: 'InviteMemberResult',
  description: 'What comes of inviting somebody.',
  types: () => [MemberInvited, InvitationRefusedError, TooManyAttemptsError] as const,
  resolveType: (value) =>
    'invitation' in value ? MemberInvited : (value.constructor as typeof InvitationRefusedError),
});

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'What comes of accepting an invitation.',
  types: () => [HouseholdJoined, InvitationNotOpenError, CannotJoinError] as const,
  resolveType: (value) => ('role' in value ? HouseholdJoined : (value.constructor as typeof InvitationNotOpenError)),
});
