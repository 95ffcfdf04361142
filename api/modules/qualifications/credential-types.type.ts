import { Field, ObjectType, createUnionType } from 'type-graphql';
import { LocalizedTextType } from '../../platform/localized-text.type.ts';
import { CredentialType } from './credential-type.entity.ts';
import { InvalidCredentialTypeError } from './qualifications.errors.ts';

@ObjectType({ description: 'A file that a type of credentials asks for, in every language.' })
export class AskedEvidenceContent {
  @Field(() => String, { description: 'Stable name within its type.' })
  code!: string;

  @Field(() => LocalizedTextType, { description: 'What it shows.' })
  name!: LocalizedTextType;

  @Field(() => Boolean, { description: 'Whether the credential cannot be handed in without it.' })
  required!: boolean;
}

@ObjectType({ description: 'The words of a type of credentials in every language, for whoever edits them.' })
export class CredentialTypeTexts {
  @Field(() => LocalizedTextType, { description: 'Its name.' })
  name!: LocalizedTextType;

  @Field(() => LocalizedTextType, { description: 'What it proves.' })
  description!: LocalizedTextType;

  @Field(() => [AskedEvidenceContent], { description: 'Files that are asked for.' })
  evidenceKinds!: AskedEvidenceContent[];
}

@ObjectType({ description: 'The type is saved.' })
export class CredentialTypeSaved {
  @Field(() => CredentialType, { description: 'The type.' })
  type!: CredentialType;
}

export const SaveCredentialTypeResult = createUnionType({
  name: 'SaveCredentialTypeResult',
  description: 'What comes of saving a type of credentials.',
  types: () => [CredentialTypeSaved, InvalidCredentialTypeError] as const,
  resolveType: (value) => ('type' in value ? CredentialTypeSaved : InvalidCredentialTypeError),
});
