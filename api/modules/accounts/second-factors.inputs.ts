import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

const CHALLENGE = 'Challenge of the sign-in, where the account has to set a second factor up before it gets in.';

@InputType({ description: 'A new authenticator app.' })
export class StartTotpInput {
  @Length(1, 60)
  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: CHALLENGE })
  challenge?: string | null;
}

@InputType({ description: 'The first code of a new authenticator app.' })
export class ConfirmTotpInput {
  @Field(() => ID, { description: 'The app that was begun.' })
  appId!: string;

  @MaxLength(20)
  @Field(() => String, { description: 'The code that it shows.' })
  code!: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: CHALLENGE })
  challenge?: string | null;
}

@InputType({ description: 'The second factor of a sign-in: one of the three.' })
export class CompleteSecondFactorInput {
  @MaxLength(200)
  @Field(() => String, { description: 'What the sign-in answered with.' })
  challenge!: string;

  @MaxLength(20)
  @Field(() => String, { nullable: true, description: 'The code that an authenticator app shows.' })
  code?: string | null;

  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'One of the recovery codes.' })
  recoveryCode?: string | null;
}

@InputType({ description: 'Another proof of who is signed in: one of the ways.' })
export class ReauthenticateInput {
  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'The password of the account.' })
  password?: string | null;

  @MaxLength(20)
  @Field(() => String, { nullable: true, description: 'The code that an authenticator app shows.' })
  code?: string | null;
}

@InputType({ description: 'The factor that goes.' })
export class RemoveSecondFactorInput {
  @Field(() => ID, { description: 'The authenticator app or passkey.' })
  id!: string;
}

@InputType({ description: 'Whose factors are taken away, and why.' })
export class ResetSecondFactorsInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Length(3, 300)
  @Field(() => String, { description: 'Why, for the audit log; without personal data.' })
  reason!: string;
}
