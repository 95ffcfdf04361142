import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';
import { SecondFactorMethod } from './second-factor-method.ts';

@ObjectType({ implements: UserError, description: 'The new password is too easy to guess.' })
export class WeakPasswordError extends UserError {}

@ObjectType({ implements: UserError, description: 'No account has this e-mail address and password together.' })
export class InvalidCredentialsError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The account works with sensitive data and needs a second factor to sign in.',
})
export class SecondFactorRequired extends UserError {
  @Field(() => String, { description: 'Names this sign-in when the second factor is given, within ten minutes.' })
  readonly challenge: string;

  @Field(() => [SecondFactorMethod], { description: 'What the account can give; empty when it must set one up first.' })
  readonly methods: readonly SecondFactorMethod[];

  @Field(() => Boolean, { description: 'Whether the account has to set a second factor up before it gets in.' })
  readonly mustEnrol: boolean;

  constructor(
    code: string,
    message: string,
    { challenge, methods, mustEnrol }: Pick<SecondFactorRequired, 'challenge' | 'methods' | 'mustEnrol'>,
  ) {
    super(code, message);
    this.challenge = challenge;
    this.methods = methods;
    this.mustEnrol = mustEnrol;
  }
}

@ObjectType({ implements: UserError, description: 'Too many attempts in a short time.' })
export class TooManyAttemptsError extends UserError {
  @Field(() => Int, { description: 'Seconds to wait before the next attempt.' })
  readonly retryAfterSeconds: number;

  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(code, message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

@ObjectType({ implements: UserError, description: 'The address cannot be saved as it is.' })
export class InvalidAddressError extends UserError {
  @Field(() => String, { description: 'Name of the field to change.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}
