import { ObjectType, Field } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({
  implements: UserError,
  description:
    'Nothing can be written: NOT_OPEN before the booking is asked for or agreed, CLOSED when it is long over.',
})
export class ConversationClosedError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'You may read along and not write: of a household, those who run it and whoever booked the visit write.',
})
export class ConversationReadOnlyError extends UserError {}

@ObjectType({ implements: UserError, description: 'The message cannot be sent as it is.' })
export class InvalidMessageError extends UserError {
  @Field(() => String, { description: 'Name of the field to change: text or photoIds.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}

@ObjectType({ implements: UserError, description: 'The photo cannot be taken.' })
export class InvalidMessagePhotoError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The message cannot be reported: there is none such of the other side, or you have reported it already.',
})
export class NotReportableError extends UserError {}

@ObjectType({ implements: UserError, description: 'There is no such report, or it was decided already.' })
export class ReportNotOpenError extends UserError {}
