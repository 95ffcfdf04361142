import { IsString, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../kernel/localized-text.ts';

/** Longest text that any field of the product takes; each input says its own, smaller limit. */
const MOST_CHARACTERS = 40_000;

@ObjectType('LocalizedText', { description: 'One text in each language, for those who write it.' })
export class LocalizedTextType {
  @Field(() => String, { description: 'In English.' })
  en!: string;

  @Field(() => String, { description: 'In Simplified Chinese.' })
  zhCN!: string;
}

@InputType('LocalizedTextInput', { description: 'One text in each language.' })
export class LocalizedTextInput {
  @IsString()
  @MaxLength(MOST_CHARACTERS)
  @Field(() => String, { description: 'In English.' })
  en!: string;

  @IsString()
  @MaxLength(MOST_CHARACTERS)
  @Field(() => String, { description: 'In Simplified Chinese.' })
  zhCN!: string;
}

/** As the schema shows it: a field name of GraphQL cannot hold a hyphen. */
export function toLocalizedTextType(text: LocalizedText): LocalizedTextType {
  return { en: text.en, zhCN: text['zh-CN'] };
}

/** As it is stored, without blanks around it. */
export function fromLocalizedTextInput(input: LocalizedTextInput): LocalizedText {
  return { en: input.en.trim(), 'zh-CN': input.zhCN.trim() };
}
