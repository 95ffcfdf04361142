import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Address, requireViewer } from '../accounts/index.ts';
import { Region, ServiceItem, ServiceOption, Venue } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { acceptWaitlistOffer } from './accept-waitlist-offer.service.ts';
import { Booking } from './booking.entity.ts';
import { joinWaitlist } from './join-waitlist.service.ts';
import { declineWaitlistOffer, leaveWaitlist } from './leave-waitlist.service.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';
import { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';
import { AcceptWaitlistOfferInput, JoinWaitlistInput } from './waitlist.inputs.ts';
import { AcceptWaitlistOfferResult, JoinWaitlistResult, WaitedItem } from './waitlist.type.ts';

/** Entries that ended are shown for so long. */
const SHOWN_MS = 14 * 86_400_000;

@Resolver()
export class WaitlistResolver {
  @Query(() => [WaitlistEntry], {
    description: 'What your household waits for, first joined first, and what ended within 14 days.',
  })
  async myWaitlist(@Ctx() context: RequestContext): Promise<WaitlistEntry[]> {
    const { householdId } = requireViewer(context);
    const since = new Date(context.clock.now().getTime() - SHOWN_MS);
    return context.em.find(
      WaitlistEntry,
      { household: householdId, $or: [{ closedAt: null }, { closedAt: { $gt: since } }] },
      { orderBy: { joinedAt: 'asc', id: 'asc' }, disableIdentityMap: true },
    );
  }

  @Mutation(() => JoinWaitlistResult, { description: 'Waits for a visit. Needs an account.' })
  async joinWaitlist(
    @Arg('input', () => JoinWaitlistInput, { description: 'The visit.' }) input: JoinWaitlistInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof JoinWaitlistResult> {
    return joinWaitlist(context, input);
  }

  @Mutation(() => Boolean, { description: 'Waits no longer; false when there was no such entry of yours.' })
  async leaveWaitlist(
    @Arg('entryId', () => ID, { description: 'The entry.' }) entryId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return leaveWaitlist(context, entryId);
  }

  @Mutation(() => AcceptWaitlistOfferResult, {
    description: 'Takes a time that is kept for you: it becomes your hold, and is confirmed like any other.',
  })
  async acceptWaitlistOffer(
    @Arg('input', () => AcceptWaitlistOfferInput, { description: 'The offer.' }) input: AcceptWaitlistOfferInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptWaitlistOfferResult> {
    return acceptWaitlistOffer(context, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Lets a time go to the next in line and keeps waiting; false when there was no such open offer to you.',
  })
  async declineWaitlistOffer(
    @Arg('offerId', () => ID, { description: 'The offer.' }) offerId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return declineWaitlistOffer(context, offerId);
  }
}

@Resolver(() => WaitlistEntry)
export class WaitlistEntryResolver {
  @FieldResolver(() => Region, { description: 'Where.' })
  async region(@Root() entry: WaitlistEntry, @Ctx() context: RequestContext): Promise<Region> {
    return context.loaders.get(Region, entry.region);
  }

  @FieldResolver(() => Provider, { nullable: true, description: 'Who is to come; null where anybody will do.' })
  async provider(@Root() entry: WaitlistEntry, @Ctx() context: RequestContext): Promise<Provider | null> {
    return entry.provider === null ? null : context.loaders.get(Provider, entry.provider);
  }

  @FieldResolver(() => [WaitedItem], { description: 'What is to be done.' })
  async items(@Root() entry: WaitlistEntry, @Ctx() context: RequestContext): Promise<WaitedItem[]> {
    return Promise.all(
      entry.items.map(async ({ itemId, units, optionIds }) => ({
        item: await context.loaders.get(ServiceItem, itemId),
        units,
        options: await Promise.all(optionIds.map((id) => context.loaders.get(ServiceOption, id))),
      })),
    );
  }

  @FieldResolver(() => Address, {
    nullable: true,
    description: 'At which of your addresses; null at a studio, and where none was named.',
  })
  async address(@Root() entry: WaitlistEntry, @Ctx() context: RequestContext): Promise<Address | null> {
    return entry.address === null ? null : context.loaders.find(Address, entry.address);
  }

  @FieldResolver(() => Venue, { description: 'At the household or at a studio.' })
  venue(@Root() entry: WaitlistEntry): Venue {
    return entry.venue;
  }

  @FieldResolver(() => WaitlistOffer, {
    nullable: true,
    description: 'The time that is kept at present; null: none is.',
  })
  async offer(@Root() entry: WaitlistEntry, @Ctx() context: RequestContext): Promise<WaitlistOffer | null> {
    const offers = await context.loaders.list(WaitlistOffer, 'entry', entry.id);
    const now = context.clock.now();
    return offers.find(({ status, expiresAt }) => status === WaitlistOfferStatus.OPEN && expiresAt > now) ?? null;
  }
}

@Resolver(() => WaitlistOffer)
export class WaitlistOfferResolver {
  @FieldResolver(() => Provider, { description: 'Who would come.' })
  async provider(@Root() offer: WaitlistOffer, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, offer.provider);
  }

  @FieldResolver(() => MoneyType, { description: 'What the visit costs then.' })
  async price(@Root() offer: WaitlistOffer, @Ctx() context: RequestContext): Promise<MoneyType> {
    const { storedQuote } = await context.loaders.get(Booking, offer.booking);
    return { amount: storedQuote.total, currency: storedQuote.currency };
  }
}
