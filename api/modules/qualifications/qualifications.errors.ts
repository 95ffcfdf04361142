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

@ObjectType({
  implements: UserError,
  description: 'The re-audit cannot be claimed: done already, claimed by another auditor, or not for you.',
})
export class ReauditNotClaimableError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The vote does not count: your claim has lapsed, the re-audit has changed, or the reason does not fit.',
})
export class ReauditNotDecidableError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The credential cannot be taken back: unknown, not approved, changed meanwhile, or without a reason.',
})
export class CredentialNotRevocableError extends UserError {}

@ObjectType({ implements: UserError, description: 'The type cannot be saved as it is.' })
export class InvalidCredentialTypeError extends UserError {
  @Field(() => String, { description: 'Name of the field to change.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}
