import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import type { Sealed } from '../../platform/vault.ts';
import { AccountNotChangeableError } from './accounts.errors.ts';
import { Role } from './role.ts';

@ObjectType({ description: 'An account as administrators see it. Nobody else reads this type.' })
export class ManagedAccount {
  @Field(() => ID, { description: 'Identifies the account.' })
  id!: string;

  email!: Sealed;

  @Field(() => String, { description: 'The name others see.' })
  displayName!: string;

  @Field(() => String, { description: 'Language of messages.' })
  locale!: string;

  @Field(() => [Role], { description: 'What they may work as.' })
  roles!: Role[];

  @Field(() => Boolean, { description: 'Whether it belongs to the demo and has a published password.' })
  isDemo!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they proved that the e-mail address is theirs.' })
  emailVerifiedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they are kept out.' })
  bannedAt?: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType({ description: 'A page of accounts.' })
export class ManagedAccountConnection extends connectionType(ManagedAccount, 'ManagedAccount') {}

@ObjectType({ description: 'It was done.' })
export class AccountChanged {
  @Field(() => ManagedAccount, { description: 'The account as it is now.' })
  readonly account: ManagedAccount;

  constructor(account: ManagedAccount) {
    this.account = account;
  }
}

export const ManageAccountResult = createUnionType({
  name: 'ManageAccountResult',
  description: 'What comes of administering an account.',
  types: () => [AccountChanged, AccountNotChangeableError] as const,
  resolveType: (value) => value.constructor as typeof AccountChanged,
});
