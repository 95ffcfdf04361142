import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from '../accounts/index.ts';

/** The answer given under an idempotency key, so that a repeated call gets it again and has no second effect (G5). */
@Unique({ properties: ['account', 'operation', 'key'] })
@Entity({
  tableName: 'idempotency_record',
  ...visibleRows('idempotency_record', `account_id = ${viewerAccount}`),
})
export class IdempotencyRecord {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  operation!: string;

  @Property({ type: 'text' })
  key!: string;

  /** SHA-256 of the canonical input: the same key with another body is refused. */
  @Property({ type: 'text' })
  fingerprint!: string;

  /** What is needed to give the same answer again; null while the first call is under way. */
  @Property({ type: 'jsonb', nullable: true })
  answer!: unknown;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
