import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import {
  viewerAccount,
  viewerHasRole,
  viewerHousehold,
  ownsProvider,
  visibleRows,
} from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed, Unsealed } from '../../platform/vault.ts';
import { type Role } from './role.ts';

/** An account keeps the number it proved first; an unproven one signs nobody in and may stand in several. */
const onePhone = `create unique index "account_one_phone" on "account" ("phone_hash") where phone_verified_at is not null`;

/** A person who can sign in. One account can hold several roles. */
@Index({ name: 'account_one_phone', expression: onePhone })
@Entity({
  tableName: 'account',
  ...visibleRows(
    'account',
    `id = ${viewerAccount} or id = ${viewerHousehold} or ${viewerHasRole('AUDITOR', 'OPERATOR', 'ADMINISTRATOR')}
      or exists (select from household_member m where m.account_id = account.id and m.household_id = ${viewerHousehold})
      or exists (select from booking b where b.household_id = account.id and ${ownsProvider('b.provider_id')})
      or exists (select from booking b where b.booked_by_id = account.id and (b.household_id = ${viewerHousehold} or ${ownsProvider('b.provider_id')}))`,
  ),
})
export class Account {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Lower case; the form people sign in with. */
  @Property({ type: 'text' })
  email!: Sealed;

  @Unique()
  @Property({ type: 'text' })
  emailHash!: string;

  /** E.164, or null when none was given. */
  @Property({ type: 'text', nullable: true })
  phone!: Sealed | null;

  @Index()
  @Property({ type: 'text', nullable: true })
  phoneHash!: string | null;

  /** An argon2id hash in PHC form. */
  @Property({ type: 'text' })
  passwordHash!: string;

  @Property({ type: 'text' })
  displayName!: string;

  @Property({ type: 'text' })
  locale!: string;

  @Property({ type: 'text[]' })
  roles!: Role[];

  /** Demo accounts are listed on the sign-in page and need no second factor. */
  @Property({ type: 'boolean' })
  isDemo!: boolean;

  /** When they proved that the address is theirs. */
  @Property({ type: 'timestamptz', nullable: true })
  emailVerifiedAt?: Date | null;

  /** When they proved that the number is theirs. */
  @Property({ type: 'timestamptz', nullable: true })
  phoneVerifiedAt?: Date | null;

  /** Since when nobody may come in by this account. */
  @Property({ type: 'timestamptz', nullable: true })
  bannedAt?: Date | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_ACCOUNT = sealedTable<Account>()(
  'account',
  { email: 'email', phone: 'phone' },
  { emailHash: 'email', phoneHash: 'phone' },
);
export type UnsealedAccount = Unsealed<Account, 'email' | 'phone', 'emailHash' | 'phoneHash'>;
