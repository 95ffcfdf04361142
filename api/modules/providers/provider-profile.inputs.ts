import { ArrayMaxSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalizedTextInput } from '../../platform/localized-text.type.ts';
import { PayoutKind } from './payout-account.entity.ts';
import { Gender, TravelMode } from './provider.enums.ts';

@InputType({ description: 'Who wants to become a provider, and where.' })
export class ApplyAsProviderInput {
  @Field(() => ID, { description: 'The region they want to work in.' })
  regionId!: string;

  @MaxLength(60)
  @Field(() => String, { description: 'The name that households see.' })
  displayName!: string;

  @MaxLength(140)
  @Field(() => String, { description: 'One line on what they do best.' })
  headline!: string;
}

@InputType({ description: 'The whole résumé. A text that is left empty in one language is taken from the other.' })
export class SaveProviderProfileInput {
  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'The name that households see; 60 characters at most.' })
  displayName!: LocalizedTextInput;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'One line on what you do best; 140 characters at most.' })
  headline!: LocalizedTextInput;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Your own words, 20 to 2,000 characters.' })
  about!: LocalizedTextInput;

  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Field(() => [LocalizedTextInput], { description: 'What you are known for; up to six, 40 characters each.' })
  specialities!: LocalizedTextInput[];

  @ArrayMaxSize(8)
  @Field(() => [String], { description: 'BCP 47 tags of the languages you speak; one at least.' })
  languages!: string[];

  @Min(0)
  @Max(60)
  @Field(() => Int, { description: 'Years in the trade.' })
  yearsExperience!: number;

  @Field(() => Gender, { description: 'As you state it; households may filter by it.' })
  gender!: Gender;

  @Field(() => TravelMode, { description: 'How you get to a visit.' })
  travelMode!: TravelMode;

  @Field(() => Boolean, { description: 'Whether households can come to your studio.' })
  hasStudio!: boolean;

  @Field(() => Boolean, { description: 'Whether bookings are confirmed at once, without a request.' })
  instantBooking!: boolean;
}

@InputType({ description: 'One service and what you ask for it.' })
export class OfferingInput {
  @Field(() => ID, { description: 'The service, one of your region.' })
  itemId!: string;

  @Field(() => Boolean, { description: 'Whether you offer it at present.' })
  enabled!: boolean;

  @Min(0)
  @Field(() => Int, { description: 'Your price in minor units, within the band of the service.' })
  priceAmount!: number;
}

@InputType({ description: 'Services to offer, or no longer; those that are not named stay as they are.' })
export class SaveOfferingsInput {
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Field(() => [OfferingInput], { description: 'The services.' })
  offerings!: OfferingInput[];
}

@InputType({ description: 'Where you work.' })
export class SaveServiceAreaInput {
  @Field(() => ID, { description: 'The neighbourhood you start from, one of your region.' })
  placeId!: string;

  @Min(1_000)
  @Max(40_000)
  @Field(() => Int, { description: 'How far from there you go, in metres; 1,000 to 40,000.' })
  radiusMetres!: number;
}

@InputType({ description: 'Where your earnings are to be sent.' })
export class SavePayoutDetailsInput {
  @Field(() => PayoutKind, { description: 'What kind of account it is.' })
  kind!: PayoutKind;

  @MaxLength(100)
  @Field(() => String, { description: 'Name that the account is held in.' })
  holder!: string;

  @MaxLength(60)
  @Field(() => String, { description: 'Its number; blanks and hyphens do not matter.' })
  number!: string;
}

@InputType({ description: 'Why a suspension should be lifted.' })
export class AppealSuspensionInput {
  @MaxLength(2_000)
  @Field(() => String, { description: 'In your own words.' })
  text!: string;
}
