import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';

/** What the modules noted when they took a person out of sight, by module. */
export type HiddenMemos = Readonly<Record<string, string>>;

@ObjectType({ description: 'Your wish to have the account erased. Until it is due it can be taken back.' })
@Index({
  name: 'account_erasure_one_at_a_time',
  expression: `create unique index "account_erasure_one_at_a_time" on "account_erasure" ("account_id") where cancelled_at is null`,
})
@Entity({ tableName: 'account_erasure', ...visibleRows('account_erasure', `account_id = ${viewerAccount}`) })
export class AccountErasure {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** No foreign key: the record outlives whatever is restored. */
  @Property({ type: 'uuid' })
  accountId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it happens; put off while something stands in the way.' })
  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  /** From here on it cannot be taken back. */
  @Property({ type: 'timestamptz', nullable: true })
  begunAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  @Property({ type: 'jsonb' })
  hidden!: HiddenMemos;
}
