import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import {
  InvalidAddressError,
  InvalidCredentialsError,
  SecondFactorRequired,
  TooManyAttemptsError,
  WeakPasswordError,
} from './accounts.errors.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Address } from './address.entity.ts';
import { Role } from './role.ts';

@ObjectType({ description: 'The person who asks, as they see themselves.' })
export class Viewer {
  @Field(() => ID, { description: 'Identifies the account.' })
  id!: string;

  email!: Sealed;

  @Field(() => String, { description: 'The name others see.' })
  displayName!: string;

  @Field(() => String, { description: 'Language of messages.' })
  locale!: string;

  @Field(() => [Role], { description: 'What they may work as.' })
  roles!: Role[];
}

@ObjectType({ description: 'An account of the demo marketplace that anyone may sign in to.' })
export class DemoAccount {
  id!: string;

  email!: Sealed;

  @Field(() => String, { description: 'Name of the person.' })
  displayName!: string;

  @Field(() => [Role], { description: 'What the account shows.' })
  roles!: Role[];
}

@ObjectType({ description: 'Signed in. Browsers get the session as a cookie as well.' })
export class SignedIn {
  @Field(() => Viewer, { description: 'Who is signed in now.' })
  viewer!: Viewer;

  @Field(() => String, { description: 'For the header `Authorization: Bearer …`.' })
  token!: string;
}

@ObjectType({ description: 'A message went to this address; the answer is the same whether or not it was known.' })
export class VerificationSent {
  @Field(() => String, { description: 'The address as given.' })
  readonly email: string;

  @Field(() => String, {
    nullable: true,
    description:
      'For the device that signed up to keep: with it, the link needs no password. Null where nothing is signed up.',
  })
  readonly claim: string | null;

  constructor(email: string, claim: string | null) {
    this.email = email;
    this.claim = claim;
  }
}

@ObjectType({ description: 'The address is saved.' })
export class AddressSaved {
  @Field(() => Address, { description: 'The new address.' })
  address!: Address;
}

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'What comes of signing up.',
  types: () => [SignedIn, VerificationSent, WeakPasswordError, TooManyAttemptsError] as const,
  resolveType: (value) => ('token' in value ? SignedIn : (value.constructor as typeof VerificationSent)),
});

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What comes of signing in.',
  types: () =>
    [SignedIn, InvalidCredentialsError, SecondFactorRequired, TooManyAttemptsError, VerificationSent] as const,
  resolveType: (value) => ('token' in value ? SignedIn : (value.constructor as typeof InvalidCredentialsError)),
});

export const SaveAddressResult = createUnionType({
  name: 'SaveAddressResult',
  description: 'What comes of saving an address.',
  types: () => [AddressSaved, InvalidAddressError] as const,
  resolveType: (value) => ('address' in value ? AddressSaved : InvalidAddressError),
});
