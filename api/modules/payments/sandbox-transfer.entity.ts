import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** What the sandbox bank paid to others. Written only by the sandbox gateway. */
@Entity({ tableName: 'sandbox_transfer' })
export class SandboxTransfer {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** The key of the call that made it: the same key gets the same answer. */
  @Unique()
  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text' })
  account!: string;

  @Property({ type: 'text' })
  currency!: string;

  @Property({ type: 'integer' })
  amount!: number;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
