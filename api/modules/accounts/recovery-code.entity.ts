import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';

/** A code that stands in for a second factor once. The code itself is shown when it is made and never stored. */
@Entity({
  tableName: 'recovery_code',
  ...visibleRows('recovery_code', `account_id = ${viewerAccount}`),
})
export class RecoveryCode {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  /** Of the account and the code together, under the look-up key. */
  @Unique()
  @Property({ type: 'text' })
  codeHash!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
