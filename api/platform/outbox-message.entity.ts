import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Something that must happen because a transaction committed, written in that transaction. Its id is the job's id. */
@Index({
  name: 'outbox_message_waiting',
  expression: `create index "outbox_message_waiting" on "outbox_message" ("due_at") where done_at is null`,
})
@Entity({ tableName: 'outbox_message' })
export class OutboxMessage {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  topic!: string;

  /** Ids and plain values only, never personal data. */
  @Property({ type: 'jsonb' })
  payload!: unknown;

  @Property({ type: 'timestamptz' })
  dueAt!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** When the queue took it. */
  @Property({ type: 'timestamptz', nullable: true })
  handedAt!: Date | null;

  /** When its handlers had all done their work. */
  @Property({ type: 'timestamptz', nullable: true })
  doneAt!: Date | null;
}
