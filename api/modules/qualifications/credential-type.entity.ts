import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { AskedEvidence } from './evidence-kind.type.ts';

@ObjectType({ description: 'A kind of document that says what somebody may do.' })
@Entity({ tableName: 'credential_type' })
export class CredentialType {
  @Field(() => ID, { description: 'Identifies the type.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Stable name, e.g. BACKGROUND_CHECK.' })
  @Unique()
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Property({ type: 'jsonb' })
  description!: LocalizedText;

  @Field(() => Boolean, { description: 'Whether a wrong decision could hurt somebody.' })
  @Property({ type: 'boolean' })
  highRisk!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar months that one is good for when it states no end; null: it does not run out.',
  })
  @Property({ type: 'integer', nullable: true })
  validityMonths!: number | null;

  /** Files that whoever hands one in is asked for, in this order. */
  @Property({ type: 'jsonb', default: '[]' })
  evidenceKinds!: AskedEvidence[];

  @Field(() => [String], {
    description:
      'How its number looks, any of them: # is a digit, @ a letter, * either, \\ makes the next character stand for itself. Empty: any number.',
  })
  @Property({ type: 'text[]', default: [] })
  numberFormats!: string[];

  @Field(() => Boolean, { description: 'Whether everybody sees that a provider holds one, and can verify it.' })
  @Property({ type: 'boolean', default: true })
  publicBadge!: boolean;

  @Field(() => Boolean, { description: 'Whether operators see who issued one and from when it is valid.' })
  @Property({ type: 'boolean', default: false })
  operatorsSeeClaims!: boolean;

  @Field(() => Int, { description: 'Grows with every edit.' })
  @Property({ type: 'integer', default: 1 })
  version!: number;

  @Property({ type: 'integer' })
  position!: number;
}
