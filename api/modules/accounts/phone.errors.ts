import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

export enum PhoneRefusal {
  INVALID_NUMBER = 'INVALID_NUMBER',
  COUNTRY_NOT_SERVED = 'COUNTRY_NOT_SERVED',
  NOT_A_MOBILE = 'NOT_A_MOBILE',
}
registerEnumType(PhoneRefusal, {
  name: 'PhoneRefusal',
  description: 'Why no code is sent to a number.',
  valuesConfig: {
    INVALID_NUMBER: { description: 'It is no phone number.' },
    COUNTRY_NOT_SERVED: { description: 'No texts go to this country.' },
    NOT_A_MOBILE: { description: 'It is not the number of a mobile phone.' },
  },
});

@ObjectType({ implements: UserError, description: 'No code can be sent to this number.' })
export class PhoneRefusedError extends UserError {
  @Field(() => PhoneRefusal, { description: 'Why.' })
  readonly reason: PhoneRefusal;

  constructor(reason: PhoneRefusal, message: string) {
    super(reason, message);
    this.reason = reason;
  }
}

@ObjectType({
  implements: UserError,
  description: 'As many codes were sent today as may be sent; there are other ways to sign in.',
})
export class TextsUsedUpError extends UserError {
  @Field(() => Int, { description: 'Seconds until codes are sent again.' })
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('TEXTS_USED_UP', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The number was proven, but another account signs in with it. Nothing has changed.',
})
export class PhoneTakenError extends UserError {}

@ObjectType({ implements: UserError, description: 'Nobody can say now whether the code is right. Try again later.' })
export class CodesUnavailableError extends UserError {}
