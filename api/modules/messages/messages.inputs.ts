import { ArrayMaxSize, IsIn, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ReportReason, ReportState } from './message-report.enums.ts';

/** What a browser may announce; what a file is gets decided by looking into it. */
const ANNOUNCED_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const MOST_ANNOUNCED_BYTES = 2 ** 31 - 1;

@InputType({ description: 'A message to the other side of a booking.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @MaxLength(8_000)
  @Field(() => String, { description: 'The words, 2,000 characters at most; may be empty where there is a photo.' })
  text!: string;

  @ArrayMaxSize(20)
  @Field(() => [ID], { nullable: true, description: 'Photos of yours that were uploaded for this booking; 4 at most.' })
  photoIds?: string[] | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'How far you have read.' })
export class MarkMessagesReadInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Min(1)
  @Max(2 ** 31 - 1)
  @Field(() => Int, { description: 'Number of the last message that you have read.' })
  sequence!: number;
}

@InputType({ description: 'A photo for a message, about to be uploaded.' })
export class CreateMessagePhotoUploadInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @IsIn(ANNOUNCED_TYPES)
  @Field(() => String, { description: 'image/jpeg, image/png or image/webp.' })
  contentType!: string;

  @Min(1)
  @Max(MOST_ANNOUNCED_BYTES)
  @Field(() => Int, { description: 'Its length, 10 MB (10,485,760 bytes) at most.' })
  bytes!: number;
}

@InputType({ description: 'A message of the other side that somebody should look at.' })
export class ReportMessageInput {
  @Field(() => ID, { description: 'The message.' })
  messageId!: string;

  @Field(() => ReportReason, { description: 'Why.' })
  reason!: ReportReason;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'More about it; 500 characters at most.' })
  note?: string | null;
}

@InputType({ description: 'What an operator decided about a report.' })
export class CloseMessageReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @IsIn([ReportState.UPHELD, ReportState.DISMISSED])
  @Field(() => ReportState, { description: 'UPHELD or DISMISSED.' })
  outcome!: ReportState;

  @MinLength(1)
  @MaxLength(500)
  @Field(() => String, { description: 'Why, for the audit log; 500 characters at most.' })
  reason!: string;
}
