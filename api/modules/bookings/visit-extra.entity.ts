import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Booking } from './booking.entity.ts';
import type { BookedItem } from './booking.entity.ts';

export enum ExtraState {
  PROPOSED = 'PROPOSED',
  AGREED = 'AGREED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ExtraState, {
  name: 'ExtraState',
  description: 'Where a proposal to do more during a visit stands.',
  valuesConfig: {
    PROPOSED: { description: 'The household has not answered yet.' },
    AGREED: { description: 'The household agreed: the time is longer and the price has a further line.' },
    REFUSED: { description: 'The household said no.' },
    WITHDRAWN: { description: 'Another proposal took its place, or the visit ended before an answer.' },
  },
});

/** More time or a further service, proposed by the provider during a visit; at most one waits for an answer. */
@ObjectType({ description: 'More time or a further service, proposed during a visit.' })
@Index({ properties: ['booking', 'proposedAt'] })
@Unique({
  name: 'visit_extra_one_open',
  expression: `create unique index "visit_extra_one_open" on "visit_extra" ("booking_id") where state = 'PROPOSED'`,
})
@Entity({
  tableName: 'visit_extra',
  ...visibleRows('visit_extra', 'exists (select from booking b where b.id = booking_id)'),
})
export class VisitExtra {
  @Field(() => ID, { description: 'Identifies the proposal.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Field(() => ExtraState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state!: ExtraState;

  @Property({ type: 'jsonb' })
  label!: LocalizedText;

  /** The service it adds; null where it is more time. */
  @Property({ type: 'jsonb', nullable: true })
  item!: BookedItem | null;

  @Field(() => Int, { description: 'Minutes it takes.' })
  @Property({ type: 'integer' })
  minutes!: number;

  @Property({ type: 'integer' })
  amount!: number;

  /** Tax in the amount. */
  @Property({ type: 'integer' })
  tax!: number;

  @Property({ type: 'text' })
  currency!: string;

  /** Why, in the words of the provider. */
  @Property({ type: 'text', nullable: true })
  note!: Sealed | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  @Property({ type: 'timestamptz' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or withdrawn.' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

export const SEALED_VISIT_EXTRA = sealedTable<VisitExtra>()('visit_extra', { note: 'note' });
