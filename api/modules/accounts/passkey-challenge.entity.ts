import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';

/** What a passkey is asked to sign. It is answered once, and then gone. */
@Entity({
  tableName: 'passkey_challenge',
  ...visibleRows('passkey_challenge', `account_id = ${viewerAccount}`),
})
export class PasskeyChallenge {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Whoever is asked; null for a visitor whose passkey will say who they are. */
  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true, deleteRule: 'cascade' })
  account!: string | null;

  @Property({ type: 'text' })
  purpose!: 'REGISTER' | 'PROVE';

  @Unique()
  @Property({ type: 'text' })
  challenge!: string;

  @Index()
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}
