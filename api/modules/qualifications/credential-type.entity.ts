import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
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

  /** Months a credential of this type is good for when it states no end; null: it does not run out. */
  @Property({ type: 'integer', nullable: true })
  validityMonths!: number | null;

  /** Files that whoever hands one in is asked for, in this order. */
  @Property({ type: 'jsonb', default: '[]' })
  evidenceKinds!: AskedEvidence[];

  @Property({ type: 'integer' })
  position!: number;
}
