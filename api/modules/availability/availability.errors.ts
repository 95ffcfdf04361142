import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({ implements: UserError, description: 'These hours or this time off make no sense as given.' })
export class InvalidHoursError extends UserError {
  @Field(() => String, { description: 'Path of the input field to change.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}
