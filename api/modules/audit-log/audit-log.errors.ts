import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({ implements: UserError, description: 'The log was verified many times in a short while.' })
export class TooManyVerificationsError extends UserError {
  @Field(() => Int, { description: 'Seconds to wait before the next.' })
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('TOO_MANY_VERIFICATIONS', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
