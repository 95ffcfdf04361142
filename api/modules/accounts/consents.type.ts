import { Field, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { ConsentPurpose } from './consent-purpose.ts';

export enum ConsentState {
  GIVEN = 'GIVEN',
  OUTDATED = 'OUTDATED',
  WITHDRAWN = 'WITHDRAWN',
  NEVER_ASKED = 'NEVER_ASKED',
}
registerEnumType(ConsentState, {
  name: 'ConsentState',
  description: 'How a person stands to a text.',
  valuesConfig: {
    GIVEN: { description: 'They agreed to the present version.' },
    OUTDATED: { description: 'They agreed to an earlier version and have not seen the present one.' },
    WITHDRAWN: { description: 'They took it back.' },
    NEVER_ASKED: { description: 'They have not said.' },
  },
});

@ObjectType({ description: 'A text that people agree to, in its present version.' })
export class ConsentText {
  @Field(() => ConsentPurpose, { description: 'What it is about.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Names the version: the day it holds from.' })
  version!: string;

  @Field(() => Boolean, { description: 'Whether nobody can have an account without it.' })
  required!: boolean;

  @Field(() => String, { description: 'Its heading.' })
  title!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;
}

@ObjectType({ description: 'One act of agreeing to a text, or of taking it back.' })
export class ConsentRecord {
  @Field(() => String, { description: 'The version that was shown.' })
  version!: string;

  @Field(() => Boolean, { description: 'Whether it was agreed to; false where it was taken back.' })
  given!: boolean;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'How you stand to a text.' })
export class ConsentStanding {
  @Field(() => ConsentText, { description: 'The text as it stands at present.' })
  text!: ConsentText;

  @Field(() => ConsentState, { description: 'Whether you agreed to it.' })
  state!: ConsentState;

  @Field(() => [ConsentRecord], { description: 'What you said and when, newest first.' })
  history!: ConsentRecord[];
}

@ObjectType({ description: 'What you said is kept.' })
export class ConsentKept {
  @Field(() => ConsentStanding, { description: 'How you stand to it now.' })
  consent!: ConsentStanding;
}

@ObjectType({
  implements: UserError,
  description: 'Another version holds by now; what you read is not what you would agree to.',
})
export class OutdatedConsentError extends UserError {
  @Field(() => ConsentText, { description: 'The present version.' })
  readonly text: ConsentText;

  constructor(code: string, message: string, text: ConsentText) {
    super(code, message);
    this.text = text;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Nobody can have an account without it; to take it back, erase the account.',
})
export class RequiredConsentError extends UserError {}

export const GiveConsentResult = createUnionType({
  name: 'GiveConsentResult',
  description: 'What comes of agreeing to a text.',
  types: () => [ConsentKept, OutdatedConsentError] as const,
  resolveType: (value) => ('consent' in value ? ConsentKept : OutdatedConsentError),
});

export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  description: 'What comes of taking a consent back.',
  types: () => [ConsentKept, RequiredConsentError] as const,
  resolveType: (value) => ('consent' in value ? ConsentKept : RequiredConsentError),
});
