import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ConsentPurpose } from './consent-purpose.ts';

@InputType({ description: 'A text as it was read.' })
export class ConsentInput {
  @Field(() => ConsentPurpose, { description: 'What it is about.' })
  purpose!: ConsentPurpose;

  @MaxLength(20)
  @Field(() => String, { description: 'The version that was read.' })
  version!: string;
}
