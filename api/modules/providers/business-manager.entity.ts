import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerAccount, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { Account } from '../accounts/index.ts';
import { Business } from './business.entity.ts';

/** Somebody who runs a business. One account can run several. */
@Unique({ properties: ['business', 'account'] })
@Entity({
  tableName: 'business_manager',
  ...visibleRows(
    'business_manager',
    `account_id = ${viewerAccount} or ${viewerHasRole('AUDITOR', 'OPERATOR', 'ADMINISTRATOR')}`,
  ),
})
export class BusinessManager {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Business, mapToPk: true, deleteRule: 'cascade' })
  business!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'timestamptz' })
  since!: Date;
}
