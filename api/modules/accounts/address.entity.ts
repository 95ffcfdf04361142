import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { viewerHousehold, visibleRows } from '../../platform/row-policies.ts';
import { parsePoint } from '../../kernel/geo-point.ts';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed, Unsealed, Vault } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';

@ObjectType({ description: 'A place of a household where visits happen. Only its own household ever reads this type.' })
@Entity({
  tableName: 'address',
  ...visibleRows('address', `account_id = ${viewerHousehold}`),
})
export class Address {
  @Field(() => ID, { description: 'Identifies the address.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Field(() => ID, { description: 'The region the address lies in.' })
  @Property({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: "The household's own name for it, e.g. Home." })
  @Property({ type: 'text' })
  label!: string;

  /** Street, building and flat. */
  @Property({ type: 'text' })
  line!: Sealed;

  @Field(() => String, { description: 'District or neighbourhood; shown to a provider before confirmation.' })
  @Property({ type: 'text' })
  district!: string;

  /** Latitude and longitude in degrees, WGS 84, with a comma between. */
  @Property({ type: 'text' })
  point!: Sealed;

  /** How to get in; taken over into a booking unless that has its own. */
  @Property({ type: 'text', nullable: true })
  doorNote!: Sealed | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_ADDRESS = sealedTable<Address>()('address', {
  line: 'line',
  point: 'point',
  doorNote: 'door_note',
});
export type UnsealedAddress = Unsealed<Address, 'line' | 'point' | 'doorNote'>;

/** An address as its household reads it. */
export interface OpenedAddress extends GeoPoint {
  readonly line: string;
  readonly doorNote: string | null;
}

export function openAddress(vault: Vault, address: Address): OpenedAddress {
  const { line, point, doorNote } = vault.openRow(SEALED_ADDRESS, address);
  return { line, doorNote, ...parsePoint(point) };
}
