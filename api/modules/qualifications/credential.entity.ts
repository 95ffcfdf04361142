import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed, Unsealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';

export enum CredentialState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  IN_REVIEW = 'IN_REVIEW',
  SECOND_REVIEW = 'SECOND_REVIEW',
  THIRD_REVIEW = 'THIRD_REVIEW',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  MORE_INFO = 'MORE_INFO',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(CredentialState, {
  name: 'CredentialState',
  description: 'Where a credential stands.',
  valuesConfig: {
    DRAFT: { description: 'Not handed in.' },
    SUBMITTED: { description: 'Waiting for an auditor.' },
    IN_REVIEW: { description: 'An auditor has claimed it.' },
    SECOND_REVIEW: { description: 'Waiting for the vote of a second auditor.' },
    THIRD_REVIEW: { description: 'Two auditors differ; waiting for the vote of a third, which decides.' },
    APPROVED: { description: 'Counts while it is valid.' },
    REJECTED: { description: 'Refused with a reason.' },
    MORE_INFO: { description: 'The provider must add something.' },
    EXPIRED: { description: 'Its validity is over.' },
    REVOKED: { description: 'Taken back.' },
  },
});

@ObjectType({
  description: 'A document of a provider, as claimed and as decided. Only its provider and auditors read this type.',
})
@Index({ properties: ['provider', 'type'] })
@Index({ properties: ['state', 'dueAt'] })
@Entity({
  tableName: 'credential',
  ...visibleRows(
    'credential',
    `state = 'APPROVED' or ${ownsProvider('provider_id')} or ${viewerHasRole('AUDITOR', 'OPERATOR')}`,
  ),
})
export class Credential {
  @Field(() => ID, { description: 'Identifies the credential.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @ManyToOne({ entity: () => CredentialType, mapToPk: true })
  type!: string;

  @Field(() => CredentialState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state!: CredentialState;

  /** The number on the document. */
  @Property({ type: 'text' })
  number!: Sealed;

  @Field(() => String, { description: 'Who issued it.' })
  @Property({ type: 'text' })
  issuedBy!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was issued; null in a draft.' })
  @Property({ type: 'date', nullable: true })
  issuedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it is valid; null in a draft.' })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day it is valid, inclusive; null: no end.' })
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null in a draft.' })
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When a decision is due: 48 hours after it was handed in, without the time the provider took to add something.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** When auditors last approved, rejected or asked for more. */
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** Grows when it is handed in again: votes of an earlier round do not count in this one. */
  @Property({ type: 'integer', default: 1 })
  round!: number;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  claimedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the present claim lapses.' })
  @Property({ type: 'timestamptz', nullable: true })
  claimExpiresAt!: Date | null;

  /** Unguessable code of the public verification page. */
  @Unique()
  @Property({ type: 'text' })
  verificationCode!: string;

  @Field(() => Int, { description: 'Grows with every change; a decision names the version it was made on.' })
  @Property({ type: 'integer' })
  version!: number;
}

export const SEALED_CREDENTIAL = sealedTable<Credential>()('credential', { number: 'number' });
export type UnsealedCredential = Unsealed<Credential, 'number'>;
