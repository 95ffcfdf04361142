import { Field, ID, Int, ObjectType, createUnionType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { SecondFactorRequired, TooManyAttemptsError } from './accounts.errors.ts';
import { SignedIn, Viewer } from './accounts.type.ts';
import { CodesUnavailableError, PhoneRefusedError, PhoneTakenError, TextsUsedUpError } from './phone.errors.ts';
import { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';

@ObjectType({
  description: 'A code is on its way. For a sign-in the answer is the same whether or not an account has the number.',
})
export class CodePromised {
  @Field(() => ID, { description: 'Names the request when the code is given.' })
  readonly requestId: string;

  @Field(() => DateTimeScalar, { description: 'When the code ends.' })
  readonly expiresAt: Date;

  @Field(() => String, { description: 'The number in international form.' })
  readonly phone: string;

  constructor(requestId: string, expiresAt: Date, phone: string) {
    this.requestId = requestId;
    this.expiresAt = expiresAt;
    this.phone = phone;
  }
}

@ObjectType({ description: 'The number is theirs now: they can sign in with it.' })
export class PhoneConfirmed {
  @Field(() => Viewer, { description: 'Whose it is.' })
  readonly viewer: Viewer;

  constructor(viewer: Viewer) {
    this.viewer = viewer;
  }
}

@ObjectType({ description: 'A country that codes are sent to.' })
export class PhoneCountry {
  @Field(() => ID, { description: 'ISO 3166 code.' })
  readonly code: string;

  @Field(() => String, { description: 'What is dialled before its numbers, e.g. 44.' })
  readonly callingCode: string;

  constructor(code: string, callingCode: string) {
    this.code = code;
    this.callingCode = callingCode;
  }
}

@ObjectType({ description: 'Codes by text on one day of UTC, and what they may come to.' })
export class TextBudget {
  @Field(() => Int, { description: 'Codes promised today.' })
  readonly texts: number;

  @Field(() => Int, { description: 'Most codes on one day.' })
  readonly mostTexts: number;

  @Field(() => Int, { description: 'What they cost at most, in US cents.' })
  readonly cost: number;

  @Field(() => Int, { description: 'Most they may cost on one day, in US cents.' })
  readonly mostCost: number;

  constructor(used: { readonly texts: number; readonly cost: number }, most: { texts: number; cost: number }) {
    this.texts = used.texts;
    this.cost = used.cost;
    this.mostTexts = most.texts;
    this.mostCost = most.cost;
  }
}

export const RequestCodeResult = createUnionType({
  name: 'RequestCodeResult',
  description: 'What comes of asking for a code.',
  types: () => [CodePromised, PhoneRefusedError, TooManyAttemptsError, TextsUsedUpError] as const,
  resolveType: (value) => value.constructor as typeof CodePromised,
});

export const SignInWithCodeResult = createUnionType({
  name: 'SignInWithCodeResult',
  description: 'What comes of signing in with a code.',
  types: () =>
    [SignedIn, SecondFactorRequired, InvalidCodeError, ChallengeExpiredError, CodesUnavailableError] as const,
  resolveType: (value) => ('token' in value ? SignedIn : (value.constructor as typeof InvalidCodeError)),
});

export const ConfirmPhoneResult = createUnionType({
  name: 'ConfirmPhoneResult',
  description: 'What comes of proving a number.',
  types: () =>
    [PhoneConfirmed, InvalidCodeError, ChallengeExpiredError, PhoneTakenError, CodesUnavailableError] as const,
  resolveType: (value) => value.constructor as typeof PhoneConfirmed,
});
