import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';

/** What somebody wants of an e-mail address: an account, a new password, or to sign in with it from now on. */
export enum AddressWish {
  SIGN_UP = 'SIGN_UP',
  RESET_PASSWORD = 'RESET_PASSWORD',
  CHANGE_EMAIL = 'CHANGE_EMAIL',
}

/**
 * Something asked of an e-mail address by somebody who has not proven that it is theirs. A job answers it, to that address and
 * nobody else, so that neither the answer nor its time tells whether the address is known. No account comes of it before the
 * address is proven, and each sign-up keeps what it was given to itself: a stranger's password never ends in another's account.
 */
@Entity({
  tableName: 'address_request',
  ...visibleRows('address_request', `account_id = ${viewerAccount}`),
})
export class AddressRequest {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  wish!: AddressWish;

  /** Who wants to change their address; null for whoever is not signed in. */
  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true, deleteRule: 'cascade' })
  account!: string | null;

  @Property({ type: 'text' })
  email!: Sealed;

  @Index()
  @Property({ type: 'text' })
  emailHash!: string;

  /** Of a sign-up: the password that was chosen, as an argon2id hash in PHC form. */
  @Property({ type: 'text', nullable: true })
  passwordHash!: string | null;

  /** Of a sign-up: the name that was given. */
  @Property({ type: 'text', nullable: true })
  displayName!: Sealed | null;

  @Property({ type: 'text' })
  locale!: string;

  /** SHA-256 of what only the device that signed up has. */
  @Property({ type: 'text', nullable: true })
  claimHash!: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}

export const SEALED_ADDRESS_REQUEST = sealedTable<AddressRequest>()<'email' | 'displayName', 'emailHash'>(
  'address_request',
  { email: 'email', displayName: 'display_name' },
  { emailHash: 'email' },
);
