import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { viewerHousehold, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';
import { HouseholdRole } from './household-role.ts';

export type InvitationState = 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'REVOKED';

@ObjectType({ description: 'Somebody asked to join a household. Only those who run the household read this type.' })
@Index({ properties: ['household', 'state'] })
@Entity({
  tableName: 'household_invitation',
  ...visibleRows('household_invitation', `household_id = ${viewerHousehold}`),
})
export class HouseholdInvitation {
  @Field(() => ID, { description: 'Identifies the invitation.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  household!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  invitedBy!: string;

  /** Where it was sent, lower case. Only an account with this address can accept. */
  @Property({ type: 'text' })
  email!: Sealed;

  @Property({ type: 'text' })
  emailHash!: string;

  @Field(() => HouseholdRole, { description: 'What they are to be.' })
  @Property({ type: 'text' })
  role!: HouseholdRole;

  @Property({ type: 'text' })
  state!: InvitationState;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it can be accepted.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}

export const SEALED_HOUSEHOLD_INVITATION = sealedTable<HouseholdInvitation>()(
  'household_invitation',
  { email: 'email' },
  { emailHash: 'email' },
);
