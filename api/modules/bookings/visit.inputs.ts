import { IsIn, IsLatitude, IsLongitude, IsOptional, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { PhotoMoment } from './visit-photo.entity.ts';

const KEY = '1 to 255 characters of your choice; the same key gets the same answer.';
const POSITION = 'Where you are, if you want to share it; degrees';
const ANNOUNCED_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];
const MOST_ANNOUNCED_BYTES = 2 ** 31 - 1;
/** Nobody announces more than so many minutes at once. */
const MOST_MINUTES = 240;

@InputType({ description: 'A visit of yours to do something about.' })
export class VisitInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'A visit that you set off for.' })
export class StartTravelInput extends VisitInput {
  @IsOptional()
  @IsLatitude()
  @Field(() => Float, { nullable: true, description: `${POSITION} north.` })
  latitude?: number | null;

  @IsOptional()
  @IsLongitude()
  @Field(() => Float, { nullable: true, description: `${POSITION} east.` })
  longitude?: number | null;
}

@InputType({ description: 'A visit that begins.' })
export class StartVisitInput extends VisitInput {
  @MaxLength(10)
  @Field(() => String, { description: 'The four digits that the household reads out.' })
  code!: string;

  @IsOptional()
  @IsLatitude()
  @Field(() => Float, { nullable: true, description: `${POSITION} north.` })
  latitude?: number | null;

  @IsOptional()
  @IsLongitude()
  @Field(() => Float, { nullable: true, description: `${POSITION} east.` })
  longitude?: number | null;
}

@InputType({ description: 'When you will be there.' })
export class AnnounceDelayInput extends VisitInput {
  @Min(5)
  @Max(MOST_MINUTES)
  @Field(() => Int, { description: 'In how many minutes from now, 5 to 240.' })
  minutes!: number;
}

@InputType({ description: 'A thing on the list of a visit.' })
export class TickTaskInput extends VisitInput {
  @Min(0)
  @Max(999)
  @Field(() => Int, { description: 'Its place in the list, from 0.' })
  task!: number;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done!: boolean;
}

@InputType({ description: 'What to add to a visit: more time, or a further service.' })
export class ProposeExtraInput extends VisitInput {
  @IsOptional()
  @Min(15)
  @Max(MOST_MINUTES)
  @Field(() => Int, { nullable: true, description: 'Minutes more, 15 to 240; left out where a service is added.' })
  minutes?: number | null;

  @Field(() => ID, { nullable: true, description: 'A service of yours; left out where only time is added.' })
  itemId?: string | null;

  @IsOptional()
  @Min(1)
  @Max(1000)
  @Field(() => Int, { nullable: true, description: 'How much of the service, where it is counted.' })
  units?: number | null;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'Why, for the household.' })
  note?: string | null;
}

@InputType({ description: 'An answer to what the provider proposes.' })
export class AnswerExtraInput extends VisitInput {
  @Field(() => Boolean, { description: 'Whether you agree.' })
  agree!: boolean;

  @Field(() => Int, { description: 'The price you saw, minor units; if it is another one, nothing is agreed.' })
  expectedAmount!: number;

  @ValidateIf((input: AnswerExtraInput) => input.paymentMethod != null)
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Token of the card or wallet; needed to agree.' })
  paymentMethod?: string | null;
}

@InputType({ description: 'That the other side of a visit did not come.' })
export class ReportNoShowInput extends VisitInput {
  @MaxLength(500)
  @Field(() => String, { description: 'How you know, e.g. rang twice and called; both sides read it.' })
  note!: string;
}

@InputType({ description: 'That you leave a visit because you are not safe.' })
export class LeaveUnsafeInput extends VisitInput {
  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'What happened; only operators read it.' })
  note?: string | null;
}

@InputType({ description: 'A photo of a visit, about to be uploaded.' })
export class CreateVisitPhotoUploadInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => PhotoMoment, { description: 'What it shows.' })
  moment!: PhotoMoment;

  @IsIn(ANNOUNCED_TYPES)
  @Field(() => String, { description: 'image/jpeg, image/png, image/webp, image/heic or image/heif.' })
  contentType!: string;

  @Min(1)
  @Max(MOST_ANNOUNCED_BYTES)
  @Field(() => Int, { description: 'Its length, 10 MB (10,485,760 bytes) at most.' })
  bytes!: number;
}
