import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';
import { MoveTerm } from './rescheduling.type.ts';

export enum MoveProposer {
  HOUSEHOLD = 'HOUSEHOLD',
  PROVIDER = 'PROVIDER',
}
registerEnumType(MoveProposer, {
  name: 'MoveProposer',
  description: 'Which side of a visit proposes another time.',
  valuesConfig: {
    HOUSEHOLD: { description: 'The household asks; the provider answers.' },
    PROVIDER: { description: 'The provider asks; the household answers.' },
  },
});

export enum MoveProposalStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(MoveProposalStatus, {
  name: 'MoveProposalStatus',
  description: 'What became of a proposal to move a visit.',
  valuesConfig: {
    PENDING: { description: 'Waits for the other side. Nothing is reserved.' },
    ACCEPTED: { description: 'The visit has the proposed time.' },
    DECLINED: { description: 'The other side said no; the visit stands as it was.' },
    WITHDRAWN: { description: 'Taken back, replaced by another, or the visit changed otherwise before an answer.' },
    EXPIRED: { description: 'Left unanswered; the visit stands as it was.' },
  },
});

/** A time that one side of an agreed visit asks the other to move it to; at most one waits for an answer. */
@ObjectType({
  description: 'Another time for an agreed visit, proposed by one side to the other. It reserves nothing.',
})
@Index({ properties: ['booking', 'askedAt'] })
@Unique({
  name: 'move_proposal_one_open',
  expression: `create unique index "move_proposal_one_open" on "move_proposal" ("booking_id") where status = 'PENDING'`,
})
@Entity({
  tableName: 'move_proposal',
  ...visibleRows('move_proposal', 'exists (select from booking b where b.id = booking_id)'),
})
export class MoveProposal {
  @Field(() => ID, { description: 'Identifies the proposal.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Field(() => MoveProposer, { description: 'Which side proposes it.' })
  @Property({ type: 'text' })
  proposedBy!: MoveProposer;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true })
  author!: string;

  @Field(() => DateTimeScalar, { name: 'start', description: 'When the visit would begin.' })
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Property({ type: 'text', nullable: true })
  note!: Sealed | null;

  @Field(() => MoveTerm, {
    description: 'Why it costs nothing: decided when it was proposed, whenever it is accepted.',
  })
  @Property({ type: 'text' })
  term!: MoveTerm;

  /** Share of the total that cancelling costs at least once it is accepted, as it was when it was proposed. */
  @Property({ type: 'integer' })
  feeFloorPercent!: number;

  @Field(() => MoveProposalStatus, { description: 'What became of it.' })
  @Property({ type: 'text' })
  status!: MoveProposalStatus;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  @Property({ type: 'timestamptz' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it can be answered.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it waits.' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;
}

export const SEALED_MOVE_PROPOSAL = sealedTable<MoveProposal>()('move_proposal', { note: 'note' });
