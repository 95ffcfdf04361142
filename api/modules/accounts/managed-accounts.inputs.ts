import { ArrayMaxSize, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Role } from './role.ts';

@InputType({ description: 'Which accounts.' })
export class AccountFilter {
  @MaxLength(254)
  @Field(() => String, { nullable: true, description: 'A whole e-mail address, or the beginning of a name.' })
  search?: string | null;

  @Field(() => Role, { nullable: true, description: 'With this role.' })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are kept out, or only those that are not.' })
  isBanned?: boolean | null;
}

@InputType({ description: 'Roles to grant and to take away.' })
export class ChangeRolesInput {
  @Field(() => ID, { description: 'Whose.' })
  accountId!: string;

  @ArrayMaxSize(6)
  @Field(() => [Role], { description: 'What they may work as from now on.' })
  grant!: Role[];

  @ArrayMaxSize(6)
  @Field(() => [Role], { description: 'What they may no longer work as.' })
  revoke!: Role[];

  @Length(3, 300)
  @Field(() => String, { description: 'Why, for the audit log; without personal data.' })
  reason!: string;
}

@InputType({ description: 'Something done to an account by an administrator.' })
export class ManageAccountInput {
  @Field(() => ID, { description: 'Which account.' })
  accountId!: string;

  @Length(3, 300)
  @Field(() => String, { description: 'Why, for the audit log; without personal data.' })
  reason!: string;
}
