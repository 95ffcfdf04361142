import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';
import { ProviderStatus } from './provider.enums.ts';

@ObjectType({ implements: UserError, description: 'What was given of a provider cannot be saved as it is.' })
export class InvalidProviderError extends UserError {
  @Field(() => String, { description: 'Path of the input field to change.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}

@ObjectType({ implements: UserError, description: 'The account takes part as a provider already.' })
export class AlreadyProviderError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The provider cannot go there from where they are. Nothing changed.',
})
export class ProviderNotMovedError extends UserError {
  @Field(() => ProviderStatus, { nullable: true, description: 'Where the provider stands; null when there is none.' })
  readonly status: ProviderStatus | null;

  constructor(code: string, message: string, status: ProviderStatus | null) {
    super(code, message);
    this.status = status;
  }
}
