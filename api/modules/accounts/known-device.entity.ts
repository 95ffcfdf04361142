import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';

/** A device that an account has signed in on, so that it is told of new ones only. */
@Unique({ properties: ['account', 'deviceHash'] })
@Entity({
  tableName: 'known_device',
  ...visibleRows('known_device', `account_id = ${viewerAccount}`),
})
export class KnownDevice {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  /** Keyed hash of browser, system and network. */
  @Property({ type: 'text' })
  deviceHash!: string;

  @Property({ type: 'timestamptz' })
  seenAt!: Date;
}
