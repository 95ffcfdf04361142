import { Field, ObjectType, createUnionType } from 'type-graphql';
import { SignedIn } from './accounts.type.ts';
import { Passkey } from './passkey.entity.ts';
import {
  ChallengeExpiredError,
  FactorNotFoundError,
  InvalidCodeError,
  TooManyFactorsError,
} from './second-factors.errors.ts';

@ObjectType({ description: 'What the browser is to ask a passkey for.' })
export class PasskeyRequest {
  @Field(() => String, { description: 'Options of `navigator.credentials.get`, as JSON; good for ten minutes.' })
  options!: string;
}

@ObjectType({ description: 'What the browser is to make a passkey with.' })
export class PasskeyRegistrationStarted {
  @Field(() => String, { description: 'Options of `navigator.credentials.create`, as JSON; good for ten minutes.' })
  options!: string;
}

@ObjectType({ description: 'The passkey can be used from now on.' })
export class PasskeyRegistered {
  @Field(() => Passkey, { description: 'The passkey.' })
  passkey!: Passkey;
}

@ObjectType({ description: 'The passkey has another name.' })
export class PasskeyRenamed {
  @Field(() => Passkey, { description: 'The passkey.' })
  renamed!: Passkey;
}

export const StartPasskeyResult = createUnionType({
  name: 'StartPasskeyResult',
  description: 'What comes of wanting the proof of a passkey.',
  types: () => [PasskeyRequest, ChallengeExpiredError] as const,
  resolveType: (value) => ('options' in value ? PasskeyRequest : ChallengeExpiredError),
});

export const SignInWithPasskeyResult = createUnionType({
  name: 'SignInWithPasskeyResult',
  description: 'What comes of signing in with a passkey.',
  types: () => [SignedIn, InvalidCodeError] as const,
  resolveType: (value) => ('token' in value ? SignedIn : InvalidCodeError),
});

export const StartPasskeyRegistrationResult = createUnionType({
  name: 'StartPasskeyRegistrationResult',
  description: 'What comes of wanting to add a passkey.',
  types: () => [PasskeyRegistrationStarted, TooManyFactorsError] as const,
  resolveType: (value) => ('options' in value ? PasskeyRegistrationStarted : TooManyFactorsError),
});

export const RegisterPasskeyResult = createUnionType({
  name: 'RegisterPasskeyResult',
  description: 'What comes of adding a passkey.',
  types: () => [PasskeyRegistered, InvalidCodeError] as const,
  resolveType: (value) => ('passkey' in value ? PasskeyRegistered : InvalidCodeError),
});

export const RenamePasskeyResult = createUnionType({
  name: 'RenamePasskeyResult',
  description: 'What comes of giving a passkey another name.',
  types: () => [PasskeyRenamed, FactorNotFoundError] as const,
  resolveType: (value) => ('renamed' in value ? PasskeyRenamed : FactorNotFoundError),
});
