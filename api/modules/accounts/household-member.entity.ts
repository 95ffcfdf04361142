import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerHousehold, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';
import type { HouseholdRole } from './household-role.ts';

/** Somebody who shares another's household. Its owner, whose account names it, has no row. */
@Entity({
  tableName: 'household_member',
  ...visibleRows('household_member', `household_id = ${viewerHousehold}`),
})
export class HouseholdMember {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Nobody shares two households. */
  @Unique()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  household!: string;

  /** Never OWNER. */
  @Property({ type: 'text' })
  role!: HouseholdRole;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true, deleteRule: 'set null' })
  invitedBy!: string | null;

  @Property({ type: 'timestamptz' })
  joinedAt!: Date;
}
