import { Field, ID, Int, ObjectType, createUnionType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { InvalidCredentialsError, TooManyAttemptsError } from './accounts.errors.ts';
import { SignedIn } from './accounts.type.ts';
import { AuthenticatorApp } from './authenticator-app.entity.ts';
import { SecondFactorRule } from './second-factor-method.ts';
import {
  ChallengeExpiredError,
  FactorNotFoundError,
  FactorsNotResettableError,
  InvalidCodeError,
  LastFactorError,
  NoFactorError,
  TooManyFactorsError,
} from './second-factors.errors.ts';

@ObjectType({ description: 'What an account proves itself with beside its password, as its owner sees it.' })
export class SecondFactors {
  account!: string;

  @Field(() => SecondFactorRule, { description: 'When it is asked for.' })
  rule!: SecondFactorRule;

  @Field(() => [AuthenticatorApp], { description: 'Apps whose codes count, the oldest first.' })
  apps!: AuthenticatorApp[];

  @Field(() => Int, { description: 'Recovery codes that have not been used.' })
  recoveryCodesLeft!: number;
}

@ObjectType({ description: 'An authenticator app waits for its first code, for fifteen minutes.' })
export class TotpStarted {
  @Field(() => ID, { description: 'Names the app when the code is given.' })
  appId!: string;

  @Field(() => String, { description: 'What the app computes its codes from, in base 32; shown this once.' })
  secret!: string;

  @Field(() => String, { description: 'The same for a QR code.' })
  uri!: string;
}

@ObjectType({ description: 'The app counts from now on.' })
export class TotpConfirmed {
  @Field(() => AuthenticatorApp, { description: 'The app.' })
  app!: AuthenticatorApp;

  @Field(() => [String], { description: 'Recovery codes, shown this once; empty when the account has some already.' })
  recoveryCodes!: string[];

  @Field(() => SignedIn, { description: 'The session from now on; its token is a new one.' })
  signedIn!: SignedIn;
}

@ObjectType({ description: 'The factor is gone.' })
export class SecondFactorRemoved {
  @Field(() => ID, { description: 'The factor that was.' })
  removedId!: string;
}

@ObjectType({ description: 'New recovery codes; those from before are worth nothing any more.' })
export class RecoveryCodesRenewed {
  @Field(() => [String], { description: 'The codes, shown this once.' })
  recoveryCodes!: string[];
}

@ObjectType({ description: 'All factors of the account are gone, and everybody who was signed in with it is out.' })
export class SecondFactorsReset {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;
}

@ObjectType({ description: 'It is still the same person.' })
export class Reauthenticated {
  @Field(() => String, {
    description: 'The session goes on under this token; the one before is worth nothing any more.',
  })
  token!: string;

  @Field(() => DateTimeScalar, { description: 'Until when the proof counts.' })
  until!: Date;
}

export const StartTotpResult = createUnionType({
  name: 'StartTotpResult',
  description: 'What comes of beginning with an authenticator app.',
  types: () => [TotpStarted, ChallengeExpiredError, TooManyFactorsError] as const,
  resolveType: (value) => ('secret' in value ? TotpStarted : (value.constructor as typeof ChallengeExpiredError)),
});

export const ConfirmTotpResult = createUnionType({
  name: 'ConfirmTotpResult',
  description: 'What comes of the first code of an authenticator app.',
  types: () => [TotpConfirmed, InvalidCodeError, ChallengeExpiredError] as const,
  resolveType: (value) => ('app' in value ? TotpConfirmed : (value.constructor as typeof ChallengeExpiredError)),
});

export const CompleteSecondFactorResult = createUnionType({
  name: 'CompleteSecondFactorResult',
  description: 'What comes of the second factor of a sign-in.',
  types: () => [SignedIn, InvalidCodeError, ChallengeExpiredError, TooManyAttemptsError] as const,
  resolveType: (value) => ('token' in value ? SignedIn : (value.constructor as typeof ChallengeExpiredError)),
});

export const RemoveSecondFactorResult = createUnionType({
  name: 'RemoveSecondFactorResult',
  description: 'What comes of removing a factor.',
  types: () => [SecondFactorRemoved, FactorNotFoundError, LastFactorError] as const,
  resolveType: (value) => ('removedId' in value ? SecondFactorRemoved : (value.constructor as typeof LastFactorError)),
});

export const RenewRecoveryCodesResult = createUnionType({
  name: 'RenewRecoveryCodesResult',
  description: 'What comes of asking for new recovery codes.',
  types: () => [RecoveryCodesRenewed, NoFactorError] as const,
  resolveType: (value) => ('recoveryCodes' in value ? RecoveryCodesRenewed : NoFactorError),
});

export const ResetSecondFactorsResult = createUnionType({
  name: 'ResetSecondFactorsResult',
  description: 'What comes of taking somebody’s factors away.',
  types: () => [SecondFactorsReset, FactorsNotResettableError] as const,
  resolveType: (value) => ('accountId' in value ? SecondFactorsReset : FactorsNotResettableError),
});

export const ReauthenticateResult = createUnionType({
  name: 'ReauthenticateResult',
  description: 'What comes of proving again who one is.',
  types: () => [Reauthenticated, InvalidCredentialsError, InvalidCodeError, TooManyAttemptsError] as const,
  resolveType: (value) => ('token' in value ? Reauthenticated : (value.constructor as typeof InvalidCodeError)),
});
