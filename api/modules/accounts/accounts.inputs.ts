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

@InputType({ description: 'The link of a sign-up, and what shows that it comes from whoever signed up.' })
export class VerifyEmailInput {
  @MaxLength(200)
  @Field(() => String, { description: 'What follows # in the link.' })
  token!: string;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'The `claim` that signing up gave to this device.' })
  claim?: string | null;

  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'On any other device: the password that was chosen.' })
  password?: string | null;
}

@InputType({ description: 'Whose password is to be set anew.' })
export class RequestPasswordResetInput {
  @IsEmail({}, { message: 'Give an e-mail address such as name@example.org.' })
  @MaxLength(254)
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;
}

@InputType({ description: 'A new password, by a link.' })
export class ResetPasswordInput {
  @MaxLength(200)
  @Field(() => String, { description: 'What follows # in the link.' })
  token!: string;

  @MaxLength(1000)
  @Field(() => String, { description: 'At least 10 characters.' })
  password!: string;
}

@InputType({ description: 'A new password in place of the current one.' })
export class ChangePasswordInput {
  @MaxLength(1000)
  @Field(() => String, { description: 'The password of now.' })
  currentPassword!: string;

  @MaxLength(1000)
  @Field(() => String, { description: 'At least 10 characters.' })
  newPassword!: string;
}

@InputType({ description: 'The address to sign in with from now on.' })
export class RequestEmailChangeInput {
  @IsEmail({}, { message: 'Give an e-mail address such as name@example.org.' })
  @MaxLength(254)
  @Field(() => String, { description: 'The new address; a link goes there.' })
  newEmail!: string;
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
