import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';
import { SignInMethod } from './sign-in-method.ts';

/** A signed-in device. The token itself is never stored, only its SHA-256. */
@Entity({
  tableName: 'session',
  ...visibleRows('session', `account_id = ${viewerAccount}`),
})
export class Session {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Unique()
  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'text', nullable: true })
  userAgent!: string | null;

  /** The network it was opened from, as in the audit log. */
  @Property({ type: 'text', nullable: true })
  ipClass?: string | null;

  @Property({ type: 'text', default: SignInMethod.PASSWORD })
  method!: SignInMethod;

  /** When the person last proved who they are on this device. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  authenticatedAt!: Date;

  /** When they last gave a second factor; without it roles over other people's data do not count. */
  @Property({ type: 'timestamptz', nullable: true })
  secondFactorAt!: Date | null;

  /** Kept to within five minutes. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  lastUsedAt!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}
