import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Confirms that the account is to be erased.' })
export class EraseMyAccountInput {
  @MaxLength(1000)
  @Field(() => String, { description: 'The password of the account.' })
  password!: string;

  @MaxLength(200)
  @Field(() => String, { description: 'The words that the preview asks for.' })
  confirmation!: string;
}
