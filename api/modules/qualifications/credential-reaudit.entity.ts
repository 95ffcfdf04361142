import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { type CredentialDecision } from './credential-decision.entity.ts';
import { Credential } from './credential.entity.ts';

@ObjectType({
  description:
    'An approved credential that was drawn to be looked at once more, by another auditor. Only auditors read it.',
})
@Index({ properties: ['decidedAt', 'dueAt'] })
@Entity({
  tableName: 'credential_reaudit',
  ...visibleRows('credential_reaudit', viewerHasRole('AUDITOR', 'OPERATOR')),
})
export class CredentialReaudit {
  @Field(() => ID, { description: 'Identifies the re-audit.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** A credential is approved once in its life, so it is drawn once at most. */
  @Unique()
  @ManyToOne({ entity: () => Credential, mapToPk: true, deleteRule: 'cascade' })
  credential!: string;

  /** Month of the draw, whose seed and the credential's id give the ticket. */
  @Property({ type: 'text' })
  period!: string;

  /** 0 to 1, below the share that is drawn. */
  @Property({ type: 'double' })
  ticket!: number;

  @Field(() => DateTimeScalar, { description: 'When it was drawn.' })
  @Property({ type: 'timestamptz' })
  drawnAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it should be done.' })
  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  claimedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the present claim lapses.' })
  @Property({ type: 'timestamptz', nullable: true })
  claimExpiresAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; a vote names the version it was made on.' })
  @Property({ type: 'integer', default: 1 })
  version!: number;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  auditor!: string | null;

  /** APPROVE or REJECT; null while it waits. */
  @Property({ type: 'text', nullable: true })
  decision!: CredentialDecision | null;

  @Property({ type: 'text', nullable: true })
  reasonCode!: string | null;

  @Property({ type: 'text', nullable: true })
  note!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}
