import { IsIn, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What a browser may announce; what a file is gets decided by looking into it. */
const ANNOUNCED_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const MOST_ANNOUNCED_BYTES = 2 ** 31 - 1;

@InputType({ description: 'A picture for the lessons of a course, about to be uploaded.' })
export class CreateLessonImageUploadInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @IsIn(ANNOUNCED_TYPES)
  @Field(() => String, { description: 'image/jpeg, image/png or image/webp.' })
  contentType!: string;

  @Min(1)
  @Max(MOST_ANNOUNCED_BYTES)
  @Field(() => Int, { description: 'Its length, 10 MB (10,485,760 bytes) at most.' })
  bytes!: number;
}
