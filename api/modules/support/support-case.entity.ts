import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';

export enum SupportCaseKind {
  UNSAFE_EXIT = 'UNSAFE_EXIT',
  PAYMENT_LOST = 'PAYMENT_LOST',
}
registerEnumType(SupportCaseKind, {
  name: 'SupportCaseKind',
  description: 'Why somebody of the platform has to look into a visit.',
  valuesConfig: {
    UNSAFE_EXIT: { description: 'The provider left because they were not safe.' },
    PAYMENT_LOST: { description: 'The bank took back its promise: what is due could not be taken.' },
  },
});

@ObjectType({ description: 'Something about a visit that an operator has to look into. For operators.' })
@Index({ properties: ['openedAt', 'id'] })
@Unique({ properties: ['booking', 'kind'] })
@Entity({ tableName: 'support_case', ...visibleRows('support_case', viewerHasRole('OPERATOR')) })
export class SupportCase {
  @Field(() => ID, { description: 'Identifies the case.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true })
  booking!: string;

  @Field(() => SupportCaseKind, { description: 'Why it was opened.' })
  @Property({ type: 'text' })
  kind!: SupportCaseKind;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  @Property({ type: 'timestamptz' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  closedBy!: string | null;

  /** What came of it, in the words of who closed it. */
  @Property({ type: 'text', nullable: true })
  outcome!: Sealed | null;
}

export const SEALED_SUPPORT_CASE = sealedTable<SupportCase>()('support_case', { outcome: 'outcome' });
