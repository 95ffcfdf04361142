import { Length, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The phone that a code goes to.' })
export class PhoneInput {
  @MaxLength(40)
  @Field(() => String, { description: 'The number as people in the country write it, or after a plus.' })
  phone!: string;

  @Matches(/^[A-Z]{2}$/, { message: 'Give the country by its two letters.' })
  @Field(() => String, { description: 'ISO 3166 code of the country it is written for, e.g. GB.' })
  country!: string;
}

@InputType({ description: 'A code that came by text.' })
export class PhoneCodeInput {
  @Length(1, 64)
  @Field(() => ID, { description: 'The request that it answers.' })
  requestId!: string;

  @Length(1, 20)
  @Field(() => String, { description: 'Its six figures.' })
  code!: string;
}
