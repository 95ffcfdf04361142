import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';

/** What an account is told of what it proves itself with. */
export type FactorMessageKind =
  | 'factor-added'
  | 'factor-removed'
  | 'factors-reset'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-code-used'
  | 'recovery-codes-renewed';

/** What an account is told about itself. */
export type AccountMessageKind =
  | FactorMessageKind
  | 'verify-email'
  | 'address-known'
  | 'reset-password'
  | 'password-changed'
  | 'email-changed'
  | 'new-sign-in';

/** One such message, for whoever writes and sends it. Links are made from the token at that time, so none is stored here. */
@Entity({
  tableName: 'account_message',
  ...visibleRows('account_message', `account_id = ${viewerAccount}`),
})
export class AccountMessage {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  kind!: AccountMessageKind;

  /** The e-mail address it goes to, where that is not the account's own of the time it is sent: the old one, or one to be proven. */
  @Property({ type: 'text', nullable: true })
  recipient!: Sealed | null;

  /** The token that its link carries. */
  @Property({ type: 'uuid', nullable: true })
  tokenId!: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_ACCOUNT_MESSAGE = sealedTable<AccountMessage>()('account_message', { recipient: 'recipient' });
