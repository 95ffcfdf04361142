import { Length, MaxLength } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

/** Characters of what a browser answers: ten times what passkeys of today need. */
export const LONGEST_PASSKEY_ANSWER = 20_000;

/** What a passkey is asked for. */
export enum PasskeyPurpose {
  SIGN_IN = 'SIGN_IN',
  SECOND_FACTOR = 'SECOND_FACTOR',
  REAUTHENTICATE = 'REAUTHENTICATE',
}

registerEnumType(PasskeyPurpose, {
  name: 'PasskeyPurpose',
  description: 'What a passkey is asked for.',
  valuesConfig: {
    SIGN_IN: { description: 'To come in; the passkey says who it is.' },
    SECOND_FACTOR: { description: 'To end a sign-in that waits for a second factor.' },
    REAUTHENTICATE: { description: 'To prove again who is signed in.' },
  },
});

@InputType({ description: 'What a passkey is wanted for.' })
export class StartPasskeyInput {
  @Field(() => PasskeyPurpose, { description: 'What for.' })
  purpose!: PasskeyPurpose;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Challenge of the sign-in that waits for a second factor.' })
  challenge?: string | null;
}

@InputType({ description: 'The proof of a passkey.' })
export class SignInWithPasskeyInput {
  @MaxLength(LONGEST_PASSKEY_ANSWER)
  @Field(() => String, { description: 'What the browser answered, as JSON.' })
  passkey!: string;
}

@InputType({ description: 'A new passkey.' })
export class RegisterPasskeyInput {
  @MaxLength(LONGEST_PASSKEY_ANSWER)
  @Field(() => String, { description: 'What the browser answered, as JSON.' })
  passkey!: string;

  @Length(1, 60)
  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;
}

@InputType({ description: 'Another name of a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'The passkey.' })
  id!: string;

  @Length(1, 60)
  @Field(() => String, { description: 'What its owner calls it now.' })
  name!: string;
}
