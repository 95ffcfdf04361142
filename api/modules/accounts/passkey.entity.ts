import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { Account } from './account.entity.ts';

@ObjectType({
  description:
    'A key that a device or password manager holds and gives only to its owner. Only the account it belongs to ever reads this type.',
})
@Entity({
  tableName: 'passkey',
  ...visibleRows('passkey', `account_id = ${viewerAccount}`),
})
export class Passkey {
  @Field(() => ID, { description: 'Identifies the passkey.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  /** The authenticator's own name for it, base64url. */
  @Unique()
  @Property({ type: 'text' })
  credentialId!: string;

  /** COSE, base64url. */
  @Property({ type: 'text' })
  publicKey!: string;

  /** Uses that the authenticator has counted, up to 2^32; 0 where it does not count. */
  @Property({ type: 'double' })
  counter!: number;

  /** How a browser may reach it, as it said itself. */
  @Property({ type: 'text[]' })
  transports!: string[];

  @Field(() => Boolean, { description: 'Whether its owner has it on more than one device.' })
  @Property({ type: 'boolean' })
  isSynced!: boolean;

  @Field(() => String, { description: 'What its owner calls it.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used.' })
  @Property({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
