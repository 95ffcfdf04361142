import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({
  implements: UserError,
  description: 'The credential cannot be claimed: decided already, claimed by another auditor, or your own.',
})
export class CredentialNotClaimableError extends UserError {}

@ObjectType({
  implements: UserError,
  description:
    'The decision does not count: your claim has lapsed, the credential has changed, or the reason does not fit.',
})
export class CredentialNotDecidableError extends UserError {}

@ObjectType({ implements: UserError, description: 'The credential cannot be handed in as it is.' })
export class InvalidCredentialError extends UserError {
  @Field(() => String, { description: 'Name of the field to change.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}
