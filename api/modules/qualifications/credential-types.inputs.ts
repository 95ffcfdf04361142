import { ArrayMaxSize, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalizedTextInput } from '../../platform/localized-text.type.ts';

@InputType({ description: 'A file that a type of credentials asks for.' })
export class EvidenceKindInput {
  @Matches(/^[A-Z][A-Z0-9_]{0,39}$/)
  @Field(() => String, { description: 'Stable name within its type, in capitals, e.g. FRONT.' })
  code!: string;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'What it shows, at most 120 characters each.' })
  name!: LocalizedTextInput;

  @Field(() => Boolean, { description: 'Whether the credential cannot be handed in without it.' })
  required!: boolean;
}

@InputType({ description: 'A type of credentials as an operator wants it.' })
export class SaveCredentialTypeInput {
  @Field(() => ID, { nullable: true, description: 'The type to edit; a new one when it is left out.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was edited; left out for a new one.' })
  version?: number | null;

  @Length(2, 40)
  @Field(() => String, { description: 'Stable name in capitals, e.g. FIRST_AID; it cannot change.' })
  code!: string;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'Name, 1 to 120 characters each.' })
  name!: LocalizedTextInput;

  @ValidateNested()
  @Field(() => LocalizedTextInput, { description: 'What it proves, 1 to 1,000 characters each.' })
  description!: LocalizedTextInput;

  @Field(() => Boolean, { description: 'Whether two auditors must agree.' })
  highRisk!: boolean;

  @Min(1)
  @Max(600)
  @Field(() => Int, { nullable: true, description: 'Calendar months that one is good for; left out: no end.' })
  validityMonths?: number | null;

  @ArrayMaxSize(8)
  @Field(() => [String], { description: 'How its number may look; empty: any number.' })
  numberFormats!: string[];

  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Field(() => [EvidenceKindInput], { description: 'Files that are asked for, in this order.' })
  evidenceKinds!: EvidenceKindInput[];

  @Field(() => Boolean, { description: 'Whether everybody sees that a provider holds one, and can verify it.' })
  publicBadge!: boolean;

  @Field(() => Boolean, { description: 'Whether operators see who issued one and from when it is valid.' })
  operatorsSeeClaims!: boolean;
}
