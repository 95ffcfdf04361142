import { IsIn, Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What a browser may announce; what a file is gets decided by looking into it. */
const ANNOUNCED_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'application/pdf'];
const MOST_ANNOUNCED_BYTES = 2 ** 31 - 1;

@InputType({ description: 'A file that shows what a credential claims, about to be uploaded.' })
export class CreateEvidenceUploadInput {
  @Field(() => ID, { description: 'A draft of yours, or one that was sent back.' })
  credentialId!: string;

  @Length(1, 40)
  @Field(() => String, { description: 'Which of the files that its type asks for.' })
  kind!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Name of the file.' })
  name!: string;

  @IsIn(ANNOUNCED_TYPES)
  @Field(() => String, { description: 'image/jpeg, image/png, image/webp, image/heic, image/heif or application/pdf.' })
  contentType!: string;

  @Min(1)
  @Max(MOST_ANNOUNCED_BYTES)
  @Field(() => Int, { description: 'Its length, 10 MB (10,485,760 bytes) at most.' })
  bytes!: number;
}
