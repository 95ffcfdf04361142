import { IsEmail, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { HouseholdRole } from './household-role.ts';

@InputType({ description: 'Somebody to share the household with.' })
export class InviteMemberInput {
  @IsEmail({}, { message: 'Give an e-mail address such as name@example.org.' })
  @MaxLength(254)
  @Field(() => String, { description: 'Where the invitation goes. Only an account with this address can accept it.' })
  email!: string;

  @Field(() => HouseholdRole, { description: 'What they are to be: MEMBER, or MANAGER where you own the household.' })
  role!: HouseholdRole;
}
