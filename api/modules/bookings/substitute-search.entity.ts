import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import {
  ownsProvider,
  viewerAccount,
  viewerHasRole,
  viewerHousehold,
  visibleRows,
} from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';

export enum SubstituteCause {
  PROVIDER_CANCELLED = 'PROVIDER_CANCELLED',
  PROVIDER_UNAVAILABLE = 'PROVIDER_UNAVAILABLE',
  CREDENTIAL_ENDS = 'CREDENTIAL_ENDS',
}
registerEnumType(SubstituteCause, {
  name: 'SubstituteCause',
  description: 'Why somebody else is sought for an agreed visit.',
  valuesConfig: {
    PROVIDER_CANCELLED: { description: 'The provider dropped out.' },
    PROVIDER_UNAVAILABLE: { description: 'The provider is suspended or has left.' },
    CREDENTIAL_ENDS: { description: 'A credential or certificate that the visit needs does not hold on its day.' },
  },
});

export enum SubstituteStatus {
  UNCOVERED = 'UNCOVERED',
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  REFUNDED = 'REFUNDED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(SubstituteStatus, {
  name: 'SubstituteStatus',
  description: 'Where the search for a substitute stands.',
  valuesConfig: {
    UNCOVERED: { description: 'Nobody who could do it is free so far; it is looked for again until the deadline.' },
    OFFERED: { description: 'The household can choose among people.' },
    ACCEPTED: { description: 'Somebody else comes.' },
    REFUNDED: { description: 'The visit is called off and paid back in full.' },
    WITHDRAWN: { description: 'The provider can come after all, or the household moved the visit.' },
  },
});

/** Somebody who can do the visit, as far as was known when they were proposed. */
export interface ProposedSubstitute {
  readonly providerId: string;
  /** What the visit would cost with them, minor units: what the household pays stays as agreed. */
  readonly ownTotal: number;
  /** Published score in thousandths. */
  readonly points: number;
}

@ObjectType({ description: 'Somebody else is or was sought for an agreed visit; its household and operators read it.' })
@Index({ properties: ['booking', 'id'] })
@Index({ properties: ['status', 'deadlineAt'] })
@Index({
  name: 'substitute_search_one_open',
  expression: `create unique index "substitute_search_one_open" on "substitute_search" ("booking_id") where status in ('UNCOVERED', 'OFFERED')`,
})
@Entity({
  tableName: 'substitute_search',
  ...visibleRows(
    'substitute_search',
    `household_id = ${viewerHousehold} or household_id = ${viewerAccount} or ${ownsProvider('former_provider_id')} or ${viewerHasRole('OPERATOR')}`,
  ),
})
export class SubstituteSearch {
  @Field(() => ID, { description: 'Identifies the search.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  household!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true })
  formerProvider!: string;

  @Field(() => SubstituteCause, { description: 'Why.' })
  @Property({ type: 'text' })
  cause!: SubstituteCause;

  @Field(() => SubstituteStatus, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  status!: SubstituteStatus;

  @Property({ type: 'jsonb' })
  proposed!: ProposedSubstitute[];

  /** Who comes instead; null unless ACCEPTED. */
  @ManyToOne({ entity: () => Provider, mapToPk: true, nullable: true })
  substitute!: string | null;

  /** What the platform adds to the agreed price, minor units; null unless ACCEPTED. */
  @Property({ type: 'integer', nullable: true })
  platformShareAmount!: number | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  @Property({ type: 'timestamptz' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, {
    name: 'deadline',
    description: 'Until when the household can choose; then the visit is called off and paid back in full.',
  })
  @Property({ type: 'timestamptz' })
  deadlineAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it goes on.' })
  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Role of who ended it: HOUSEHOLD, PROVIDER, OPERATOR or SYSTEM.',
  })
  @Property({ type: 'text', nullable: true })
  closedBy!: string | null;
}

/** States in which the household still has a choice. */
export const OPEN_SEARCHES: readonly SubstituteStatus[] = [SubstituteStatus.UNCOVERED, SubstituteStatus.OFFERED];
