import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Credential } from './credential.entity.ts';

export enum CredentialDecision {
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  REQUEST_MORE = 'REQUEST_MORE',
}
registerEnumType(CredentialDecision, {
  name: 'CredentialDecision',
  description: 'What an auditor can decide.',
  valuesConfig: {
    APPROVE: { description: 'The credential counts from now on.' },
    REJECT: { description: 'It does not count; the reason says what to do.' },
    REQUEST_MORE: { description: 'The provider must add something first.' },
  },
});

@ObjectType('CredentialDecisionRecord', { description: 'One decision on a credential, or one vote of several.' })
@Unique({ properties: ['credential', 'round', 'auditor', 'decision'] })
@Entity({
  tableName: 'credential_decision',
  ...visibleRows(
    'credential_decision',
    `${viewerHasRole('AUDITOR', 'OPERATOR')} or exists (select from credential c where c.id = credential_id and ${ownsProvider('c.provider_id')})`,
  ),
})
export class CredentialDecisionRecord {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Credential, mapToPk: true, deleteRule: 'cascade' })
  credential!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  auditor!: string;

  /** Round of the credential that it belongs to. */
  @Property({ type: 'integer', default: 1 })
  round!: number;

  @Field(() => CredentialDecision, { description: 'What was decided.' })
  @Property({ type: 'text' })
  decision!: CredentialDecision;

  @Field(() => String, { description: 'Code of the reason.' })
  @Property({ type: 'text' })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: 'Words of the auditor to the provider.' })
  @Property({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => [String], { description: 'SHA-256 of the files that were looked at, in hexadecimal.' })
  @Property({ type: 'text[]', default: [] })
  evidenceSha256!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  /** From when on others than its auditor may see it: from the decision that it was part of. */
  @Property({ type: 'timestamptz', nullable: true })
  revealedAt!: Date | null;

  /** Whether the credential was decided that way; null before. The provider is told of those alone. */
  @Property({ type: 'boolean', nullable: true })
  prevailed!: boolean | null;
}
