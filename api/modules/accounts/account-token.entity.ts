import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';
import type { TokenPurpose } from './one-time-token.ts';

/** Something that can be done once by whoever holds its token. The token is computed from the row and the keys, never stored. */
@Entity({
  tableName: 'account_token',
  ...visibleRows('account_token', `account_id = ${viewerAccount}`),
})
export class AccountToken {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  purpose!: TokenPurpose;

  /** What it is about, such as the new e-mail address. */
  @Property({ type: 'text', nullable: true })
  subject!: Sealed | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  /** How often somebody tried to answer it, where it is something to be answered. */
  @Property({ type: 'integer', default: 0 })
  tries?: number;
}

export const SEALED_ACCOUNT_TOKEN = sealedTable<AccountToken>()('account_token', { subject: 'subject' });
