import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { parsePoint } from '../../kernel/geo-point.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Address } from './address.entity.ts';

@Resolver(() => Address)
export class AddressResolver {
  @FieldResolver(() => String, { description: 'Street, building and flat.' })
  line(@Root() address: Address, @Ctx() { vault }: RequestContext): string {
    return vault.open('address.line', address.id, address.line);
  }

  @FieldResolver(() => Float, { description: 'Latitude in degrees, WGS 84.' })
  latitude(@Root() address: Address, @Ctx() { vault }: RequestContext): number {
    return parsePoint(vault.open('address.point', address.id, address.point)).latitude;
  }

  @FieldResolver(() => Float, { description: 'Longitude in degrees, WGS 84.' })
  longitude(@Root() address: Address, @Ctx() { vault }: RequestContext): number {
    return parsePoint(vault.open('address.point', address.id, address.point)).longitude;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How to get in; taken over into a booking unless that has its own.',
  })
  doorNote(@Root() address: Address, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('address.door_note', address.id, address.doorNote);
  }
}
