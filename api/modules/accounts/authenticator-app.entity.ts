import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';

@ObjectType({
  description: 'An app that shows a new code every half minute. Only the account it belongs to ever reads this type.',
})
@Entity({
  tableName: 'authenticator_app',
  ...visibleRows('authenticator_app', `account_id = ${viewerAccount}`),
})
export class AuthenticatorApp {
  @Field(() => ID, { description: 'Identifies the app.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  /** In base 32; the app computes its codes from it. */
  @Property({ type: 'text' })
  secret!: Sealed;

  @Field(() => String, { description: 'What its owner calls it.' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when its codes are asked for.' })
  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** The newest half minute, counted from 1970, whose code was used. It only grows, so no code works twice. */
  @Property({ type: 'integer', default: 0 })
  lastStep!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a code of it was last used.' })
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}

export const SEALED_AUTHENTICATOR_APP = sealedTable<AuthenticatorApp>()('authenticator_app', { secret: 'secret' });
