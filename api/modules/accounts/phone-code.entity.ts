import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';

/** What a code is for. */
export enum CodePurpose {
  SIGN_IN = 'SIGN_IN',
  CHANGE_PHONE = 'CHANGE_PHONE',
}

/**
 * A code that was promised to a phone. A row for a number that nobody signs in with looks like any other; its job sends nothing.
 * The code itself is not here: it is computed from the row and the keys, or known to the carrier alone.
 */
@Entity({
  tableName: 'phone_code',
  ...visibleRows('phone_code', `account_id = ${viewerAccount}`),
})
export class PhoneCode {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  purpose!: CodePurpose;

  /** Who wants the number for their account; null for a sign-in, where nobody knows yet. */
  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true, deleteRule: 'cascade' })
  account!: string | null;

  /** E.164. */
  @Property({ type: 'text' })
  phone!: Sealed;

  /** Language of the text. */
  @Property({ type: 'text' })
  locale!: string;

  @Property({ type: 'integer', default: 0 })
  tries!: number;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** When its text was handed on. */
  @Property({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}

export const SEALED_PHONE_CODE = sealedTable<PhoneCode>()('phone_code', { phone: 'phone' });
