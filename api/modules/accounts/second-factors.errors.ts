import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({ implements: UserError, description: 'The code or passkey is not right, or was used before.' })
export class InvalidCodeError extends UserError {
  @Field(() => Int, {
    nullable: true,
    description: 'How often this sign-in may still be tried; null where only the limit of the account counts.',
  })
  readonly triesLeft: number | null;

  constructor(code: string, message: string, triesLeft: number | null) {
    super(code, message);
    this.triesLeft = triesLeft;
  }
}

@ObjectType({
  implements: UserError,
  description: 'What was begun is over: it took too long, was tried too often, or is finished already.',
})
export class ChallengeExpiredError extends UserError {}

@ObjectType({ implements: UserError, description: 'The account needs a second factor and has no other.' })
export class LastFactorError extends UserError {}

@ObjectType({ implements: UserError, description: 'The account has no such factor.' })
export class FactorNotFoundError extends UserError {}

@ObjectType({ implements: UserError, description: 'The account has as many as it can have.' })
export class TooManyFactorsError extends UserError {}

@ObjectType({ implements: UserError, description: 'There is nothing that recovery codes could stand in for.' })
export class NoFactorError extends UserError {}

@ObjectType({ implements: UserError, description: 'The factors of this account cannot be reset.' })
export class FactorsNotResettableError extends UserError {}
