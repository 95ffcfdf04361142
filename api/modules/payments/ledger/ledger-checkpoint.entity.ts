import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownsProvider, viewerHasRole, visibleRows } from '../../../platform/row-policies.ts';
import type { LedgerAccountName } from '../domain/ledger-accounts.ts';

/** The sum of an account's entries up to a position, so that reading a balance need not begin with the first. It says nothing new. */
@Entity({
  tableName: 'ledger_checkpoint',
  ...visibleRows('ledger_checkpoint', `${ownsProvider('owner')} or ${viewerHasRole('OPERATOR')}`),
})
export class LedgerCheckpoint {
  @PrimaryKey({ type: 'text' })
  account!: LedgerAccountName;

  @PrimaryKey({ type: 'uuid' })
  owner!: string;

  @PrimaryKey({ type: 'text' })
  currency!: string;

  /** Minor units. */
  @Property({ type: 'bigint' })
  amount!: string;

  /** Position of the last entry that is counted. */
  @Index()
  @Property({ type: 'bigint' })
  through!: string;
}
