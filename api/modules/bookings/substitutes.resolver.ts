import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, hasRole, requireRole } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { acceptSubstitute } from './accept-substitute.service.ts';
import { sideOf } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { declineSubstitute } from './decline-substitute.service.ts';
import { listSubstituteSearches } from './substitute-searches.queries.ts';
import { OPEN_SEARCHES, SubstituteSearch, SubstituteStatus } from './substitute-search.entity.ts';
import { AcceptSubstituteInput, DeclineSubstituteInput } from './substitutes.inputs.ts';
import {
  AcceptSubstituteResult,
  DeclineSubstituteResult,
  SubstituteCandidate,
  SubstituteSearchConnection,
} from './substitutes.type.ts';

@Resolver()
export class SubstitutesResolver {
  @Mutation(() => AcceptSubstituteResult, {
    description: 'Lets one of those proposed come to your visit, at the time and price agreed.',
  })
  async acceptSubstitute(
    @Arg('input', () => AcceptSubstituteInput, { description: 'Who, to which visit.' }) input: AcceptSubstituteInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptSubstituteResult> {
    return acceptSubstitute(context, input);
  }

  @Mutation(() => DeclineSubstituteResult, {
    description: 'Calls your visit off while somebody else is sought, and has it paid back in full.',
  })
  async declineSubstitute(
    @Arg('input', () => DeclineSubstituteInput, { description: 'The visit.' }) input: DeclineSubstituteInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DeclineSubstituteResult> {
    return declineSubstitute(context, input);
  }

  @Query(() => SubstituteSearchConnection, {
    description:
      'Searches for substitutes in one state: open ones by their deadline, ended ones with the latest first. For operators.',
  })
  async substituteSearches(
    @Arg('status', () => SubstituteStatus, { description: 'Which.' }) status: SubstituteStatus,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SubstituteSearchConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const isOpen = OPEN_SEARCHES.includes(status);
    const { rows, total } = await listSubstituteSearches(context.em, { status, isOpen, limit: first + 1, after: key });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.key, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({
        cursor,
        node: await context.loaders.get(SubstituteSearch, node.id),
      })),
    );
    return { ...page, edges };
  }
}

@Resolver(() => SubstituteSearch)
export class SubstituteSearchResolver {
  @FieldResolver(() => Booking, { description: 'The visit.' })
  async visit(@Root() search: SubstituteSearch, @Ctx() context: RequestContext): Promise<Booking> {
    return context.loaders.get(Booking, search.booking);
  }

  @FieldResolver(() => Provider, { description: 'Who was to come.' })
  async formerProvider(@Root() search: SubstituteSearch, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, search.formerProvider);
  }

  @FieldResolver(() => Provider, { nullable: true, description: 'Who comes instead; null unless one was accepted.' })
  async substitute(@Root() search: SubstituteSearch, @Ctx() context: RequestContext): Promise<Provider | null> {
    return search.substitute === null ? null : context.loaders.get(Provider, search.substitute);
  }

  @FieldResolver(() => [SubstituteCandidate], {
    description: 'Who can come instead, best first; at most three, and none once it ended.',
  })
  async candidates(@Root() search: SubstituteSearch, @Ctx() context: RequestContext): Promise<SubstituteCandidate[]> {
    if (search.closedAt !== null) return [];
    const { storedQuote } = await context.loaders.get(Booking, search.booking);
    return Promise.all(
      search.proposed.map(async ({ providerId }) => ({
        provider: await context.loaders.get(Provider, providerId),
        price: { amount: storedQuote.total, currency: storedQuote.currency },
      })),
    );
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'What the platform adds to the agreed price; null for others than operators, and unless one was accepted.',
  })
  async platformShare(@Root() search: SubstituteSearch, @Ctx() context: RequestContext): Promise<MoneyType | null> {
    if (search.platformShareAmount === null || !hasRole(context.viewer, Role.OPERATOR)) return null;
    const { storedQuote } = await context.loaders.get(Booking, search.booking);
    return { amount: search.platformShareAmount, currency: storedQuote.currency };
  }
}

@Resolver(() => Booking)
export class BookingSubstituteResolver {
  @FieldResolver(() => SubstituteSearch, {
    nullable: true,
    description: 'The latest search for somebody else to come; null where there was none, and for providers.',
  })
  async substituteSearch(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<SubstituteSearch | null> {
    const side = await sideOf(context, booking);
    if (side === null || side === 'PROVIDER') return null;
    const searches = await context.loaders.list(SubstituteSearch, 'booking', booking.id);
    return searches.at(-1) ?? null;
  }
}
