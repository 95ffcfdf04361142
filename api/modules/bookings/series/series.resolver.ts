import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MoneyType } from '../../../platform/money.type.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { DateTimeScalar } from '../../../platform/scalars.ts';
import { requireViewer } from '../../accounts/index.ts';
import { Provider } from '../../providers/index.ts';
import { Booking } from '../booking.entity.ts';
import { toBookingItems } from '../booking-items.ts';
import { mayChange } from '../bookings.policy.ts';
import { BookingItem } from '../bookings.type.ts';
import { acceptSeries } from './accept-series.service.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { cancelSeriesVisits, quoteSeriesCancellation } from './cancel-series-visits.service.ts';
import { changeSeriesCard } from './change-series-card.service.ts';
import { listVisitAlternatives } from './visit-alternatives.ts';
import { moveSeriesVisits } from './move-series-visits.service.ts';
import { previewSeries } from './preview-series.service.ts';
import { SeriesScope } from './series.enums.ts';
import {
  AcceptSeriesInput,
  CancelSeriesVisitsInput,
  ChangeSeriesCardInput,
  MoveSeriesVisitsInput,
  SeriesInput,
} from './series.inputs.ts';
import { findOwnSeries, findSeriesOf, sideOfSeries } from './series.queries.ts';
import { SeriesVisit } from './series-visit.entity.ts';
import {
  AcceptSeriesResult,
  CancelSeriesVisitsResult,
  MoveSeriesVisitsResult,
  PreviewSeriesResult,
  SeriesAlternative,
  SeriesCancellationQuote,
} from './series.type.ts';

@Resolver(() => BookingSeries)
export class BookingSeriesResolver {
  @Query(() => PreviewSeriesResult, {
    description:
      'Every date of a series looked at before it is booked, with the nearest free times where one cannot be had.',
  })
  async previewSeries(
    @Arg('input', () => SeriesInput, { description: 'The visits.' }) input: SeriesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewSeriesResult> {
    return previewSeries(context, input);
  }

  @Query(() => BookingSeries, {
    nullable: true,
    description: "One series of yours, or of your diary; null for anyone else's.",
  })
  async bookingSeries(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<BookingSeries | null> {
    return findOwnSeries(context, id);
  }

  @Query(() => [BookingSeries], { description: 'The latest series of your household, at most 50, newest first.' })
  async mySeries(@Ctx() context: RequestContext): Promise<BookingSeries[]> {
    const { accountId, householdId } = requireViewer(context);
    return context.em.find(
      BookingSeries,
      { household: { $in: [householdId, accountId] } },
      { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 50, disableIdentityMap: true },
    );
  }

  @Query(() => SeriesCancellationQuote, { description: 'What calling off dates of a series costs you now.' })
  async seriesCancellationQuote(
    @Arg('seriesVisitId', () => ID, { description: 'The date it is about.' }) seriesVisitId: string,
    @Arg('scope', () => SeriesScope, { description: 'This one, this and all after it, or all.' }) scope: SeriesScope,
    @Ctx() context: RequestContext,
  ): Promise<SeriesCancellationQuote> {
    requireViewer(context);
    return quoteSeriesCancellation(context, seriesVisitId, scope);
  }

  @Mutation(() => AcceptSeriesResult, {
    description: 'Books a series: all dates kept are reserved, or planned where bookings are not open yet; or none.',
  })
  async acceptSeries(
    @Arg('input', () => AcceptSeriesInput, { description: 'The series and what becomes of its dates.' })
    input: AcceptSeriesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptSeriesResult> {
    return acceptSeries(context, input);
  }

  @Mutation(() => CancelSeriesVisitsResult, { description: 'Calls off dates of a series at the fees you saw.' })
  async cancelSeriesVisits(
    @Arg('input', () => CancelSeriesVisitsInput, { description: 'Which dates, and the fees.' })
    input: CancelSeriesVisitsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CancelSeriesVisitsResult> {
    return cancelSeriesVisits(context, input);
  }

  @Mutation(() => MoveSeriesVisitsResult, {
    description: 'Moves dates of a series, or chooses a time for one that could not be reserved; all of them or none.',
  })
  async moveSeriesVisits(
    @Arg('input', () => MoveSeriesVisitsInput, { description: 'Which dates, and where to.' })
    input: MoveSeriesVisitsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MoveSeriesVisitsResult> {
    return moveSeriesVisits(context, input);
  }

  @Mutation(() => BookingSeries, {
    description: 'Pays for the visits of a series that are not paid for yet by another card.',
  })
  async changeSeriesCard(
    @Arg('input', () => ChangeSeriesCardInput, { description: 'Series and card.' }) input: ChangeSeriesCardInput,
    @Ctx() context: RequestContext,
  ): Promise<BookingSeries> {
    return changeSeriesCard(context, input);
  }

  @FieldResolver(() => Provider, { description: 'Who comes.' })
  async provider(@Root() series: BookingSeries, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, series.provider);
  }

  @FieldResolver(() => [BookingItem], { description: 'What is done each time.' })
  async items(@Root() series: BookingSeries, @Ctx() context: RequestContext): Promise<BookingItem[]> {
    return toBookingItems(context, series.items);
  }

  @FieldResolver(() => [SeriesVisit], { description: 'Its dates in order.' })
  async visits(@Root() series: BookingSeries, @Ctx() context: RequestContext): Promise<SeriesVisit[]> {
    return context.loaders.list(SeriesVisit, 'series', series.id, { startsAt: 'asc', id: 'asc' });
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can skip, move and call off its dates.' })
  async canChange(@Root() series: BookingSeries, @Ctx() context: RequestContext): Promise<boolean> {
    const side = await sideOfSeries(context, series);
    return context.viewer !== null && side === 'HOUSEHOLD' && mayChange(context.viewer, series, side);
  }
}

@Resolver(() => SeriesVisit)
export class SeriesVisitResolver {
  @FieldResolver(() => Booking, { nullable: true, description: 'The booking that the date became; null before that.' })
  async booking(@Root() visit: SeriesVisit, @Ctx() context: RequestContext): Promise<Booking | null> {
    return visit.booking === null ? null : context.loaders.get(Booking, visit.booking);
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When it begins, or is to begin.' })
  async start(@Root() visit: SeriesVisit, @Ctx() context: RequestContext): Promise<Date> {
    return (await this.booking(visit, context))?.startsAt ?? visit.startsAt;
  }

  @FieldResolver(() => MoneyType, { description: 'The price agreed for it.' })
  price(@Root() { storedQuote }: SeriesVisit): MoneyType {
    return { amount: storedQuote.total, currency: storedQuote.currency };
  }

  @FieldResolver(() => [SeriesAlternative], {
    description: 'The two nearest free times for a date that could not be reserved, for its household; none else.',
  })
  async alternatives(@Root() visit: SeriesVisit, @Ctx() context: RequestContext): Promise<SeriesAlternative[]> {
    return listVisitAlternatives(context, visit);
  }
}

@Resolver(() => Booking)
export class BookingSeriesLinkResolver {
  @FieldResolver(() => ID, { nullable: true, description: 'The series that it is a visit of; null for none.' })
  async seriesId(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<string | null> {
    return findSeriesOf(context, booking.id);
  }
}
