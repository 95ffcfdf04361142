import { Field, ID, Int, ObjectType, createUnionType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import {
  EmailTakenError,
  InvalidCredentialsError,
  LinkExpiredError,
  PasswordNeededError,
  SecondFactorRequired,
  TooManyAttemptsError,
  WeakPasswordError,
} from './accounts.errors.ts';
import { SignedIn, VerificationSent } from './accounts.type.ts';
import { SignInMethod } from './sign-in-method.ts';

@ObjectType({ description: 'The new password holds from now on.' })
export class PasswordChanged {
  @Field(() => Int, { description: 'How many sessions ended with it.' })
  readonly endedSessions: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Takes the place of the token of this session; null where the password was set by a link, which signs nobody in.',
  })
  readonly sessionToken: string | null;

  constructor(endedSessions: number, sessionToken: string | null = null) {
    this.endedSessions = endedSessions;
    this.sessionToken = sessionToken;
  }
}

@ObjectType({ description: 'The account signs in with another address from now on.' })
export class EmailChanged {
  @Field(() => String, { description: 'The new address.' })
  readonly email: string;

  constructor(email: string) {
    this.email = email;
  }
}

@ObjectType({ description: 'A device that is signed in.' })
export class DeviceSession {
  readonly accountId!: string;

  @Field(() => ID, { description: 'Identifies the session.' })
  readonly id!: string;

  @Field(() => String, { description: 'Browser and system in words, in the language of the request.' })
  readonly device!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The network it was opened from, without the part that names a household.',
  })
  readonly network!: string | null;

  @Field(() => SignInMethod, { description: 'How it was opened.' })
  readonly method!: SignInMethod;

  @Field(() => Boolean, { description: 'Whether a second factor was given in it.' })
  readonly hasSecondFactor!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  readonly openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to within five minutes.' })
  readonly lastUsedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  readonly isCurrent!: boolean;
}

export const VerifyEmailResult = createUnionType({
  name: 'VerifyEmailResult',
  description: 'What comes of opening the link of a sign-up.',
  types: () =>
    [
      SignedIn,
      SecondFactorRequired,
      LinkExpiredError,
      PasswordNeededError,
      InvalidCredentialsError,
      TooManyAttemptsError,
    ] as const,
  resolveType: (value) => ('token' in value ? SignedIn : (value.constructor as typeof LinkExpiredError)),
});

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  description: 'What comes of having forgotten a password.',
  types: () => [VerificationSent, TooManyAttemptsError] as const,
  resolveType: (value) => value.constructor as typeof VerificationSent,
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What comes of setting a password by a link.',
  types: () => [PasswordChanged, LinkExpiredError, WeakPasswordError] as const,
  resolveType: (value) => value.constructor as typeof PasswordChanged,
});

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What comes of changing the password.',
  types: () => [PasswordChanged, InvalidCredentialsError, WeakPasswordError, TooManyAttemptsError] as const,
  resolveType: (value) => value.constructor as typeof PasswordChanged,
});

export const RequestEmailChangeResult = createUnionType({
  name: 'RequestEmailChangeResult',
  description: 'What comes of giving another address.',
  types: () => [VerificationSent, TooManyAttemptsError] as const,
  resolveType: (value) => value.constructor as typeof VerificationSent,
});

export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  description: 'What comes of opening the link to a new address.',
  types: () => [EmailChanged, LinkExpiredError, EmailTakenError] as const,
  resolveType: (value) => value.constructor as typeof EmailChanged,
});
