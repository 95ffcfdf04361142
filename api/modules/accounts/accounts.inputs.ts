import { IsEmail, Length, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';

@InputType({ description: 'A new account.' })
export class SignUpInput {
  @IsEmail({}, { message: 'Give an e-mail address such as name@example.org.' })
  @MaxLength(254)
  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string;

  @MaxLength(1000)
  @Field(() => String, { description: 'At least 10 characters.' })
  password!: string;

  @Length(1, 80)
  @Field(() => String, { description: 'The name others see.' })
  displayName!: string;

  @MaxLength(20)
  @Field(() => String, { description: 'Language of messages: en or zh-CN.' })
  locale!: string;
}

@InputType({ description: 'E-mail address and password.' })
export class SignInInput {
  @MaxLength(254)
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;

  @MaxLength(1000)
  @Field(() => String, { description: 'Its password.' })
  password!: string;
}

@InputType({ description: 'A new place of the household.' })
export class SaveAddressInput {
  @Field(() => ID, { description: 'The region it lies in.' })
  regionId!: string;

  @Length(1, 40)
  @Field(() => String, { description: "The household's own name for it." })
  label!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Street, building and flat.' })
  line!: string;

  @Length(1, 80)
  @Field(() => String, { description: 'District or neighbourhood.' })
  district!: string;

  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'How to get in.' })
  doorNote?: string | null;
}
