import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import type { AskedEvidence } from './evidence-kind.type.ts';

/** What an operator can set of a type. */
export interface TypeContent {
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly highRisk: boolean;
  readonly validityMonths: number | null;
  readonly numberFormats: readonly string[];
  readonly evidenceKinds: readonly AskedEvidence[];
  readonly publicBadge: boolean;
  readonly operatorsSeeClaims: boolean;
}

@ObjectType({ description: 'What a type of credentials was from then on. For operators.' })
@Unique({ properties: ['type', 'version'] })
@Entity({ tableName: 'credential_type_revision' })
export class CredentialTypeRevision {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => CredentialType, mapToPk: true, deleteRule: 'cascade' })
  type!: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  @Property({ type: 'integer' })
  version!: number;

  @Property({ type: 'jsonb' })
  content!: TypeContent;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  editor!: string;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
