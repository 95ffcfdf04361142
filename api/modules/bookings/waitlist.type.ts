import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { ServiceItem, ServiceOption } from '../catalog/index.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { Hold } from './bookings.type.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';
import { WaitlistFullError, WaitlistOfferOverError } from './waitlist.errors.ts';

@ObjectType({ description: 'One item of a visit that is waited for.' })
export class WaitedItem {
  @Field(() => ServiceItem, { description: 'What.' })
  item!: ServiceItem;

  @Field(() => Int, { nullable: true, description: 'Hours or units; null for a fixed price.' })
  units!: number | null;

  @Field(() => [ServiceOption], { description: 'Extras chosen.' })
  options!: ServiceOption[];
}

@ObjectType({ description: 'You are on the list.' })
export class WaitlistJoined {
  @Field(() => WaitlistEntry, { description: 'Your entry; the one you had where it is the same wish.' })
  entry!: WaitlistEntry;
}

export const JoinWaitlistResult = createUnionType({
  name: 'JoinWaitlistResult',
  description: 'What comes of joining the waitlist.',
  types: () => [WaitlistJoined, WaitlistFullError, InvalidVisitError] as const,
  resolveType: (value) => ('entry' in value ? WaitlistJoined : value.constructor) as typeof WaitlistJoined,
});

export const AcceptWaitlistOfferResult = createUnionType({
  name: 'AcceptWaitlistOfferResult',
  description: 'What comes of taking an offer: the time is held for you as if you had asked for it.',
  types: () => [Hold, WaitlistOfferOverError] as const,
  resolveType: (value) => ('expiresAt' in value ? Hold : value.constructor) as typeof Hold,
});
