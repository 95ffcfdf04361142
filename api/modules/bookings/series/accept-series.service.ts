import { newId } from '../../../kernel/ids.ts';
import { required } from '../../../kernel/required.ts';
import { localTimeAt } from '../../../kernel/zoned-time.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { publish } from '../../../platform/outbox.ts';
import type { RequestContext, ViewerIdentity } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { inUnitOfWork } from '../../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../../accounts/index.ts';
import { lockDiaries, sweepLapsedHolds } from '../../availability/index.ts';
import { authorizePayment, letGoOfPayment, openGateway, recordAuthorization } from '../../payments/index.ts';
import type { AuthorizeOutcome } from '../../payments/index.ts';
import { SERIES_ACCEPTED } from '../bookings.events.ts';
import { findAnswer, keepAnswer, toKeyedCall } from '../idempotency.ts';
import type { KeyedCall } from '../idempotency.ts';
import { toPaymentFailure } from '../payment-failure.ts';
import { returnAddress } from '../return-address.ts';
import { listHeldProviders, releaseHoldsOf } from '../release-hold.service.ts';
import { HoldRefused } from '../hold-outcome.ts';
import { bookVisit, payWhenNear, reserveWhenOpen } from './book-visit.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { isAtHand, judgeDates } from './judge-dates.ts';
import { keepDates, requireOpening, termsOfPlan } from './kept-dates.ts';
import type { KeptDate, KeptSeries } from './kept-dates.ts';
import { presentDates, readDatesQuestion } from './series-plan.ts';
import { SeriesDateStatus, SeriesVisitStatus } from './series.enums.ts';
import type { AcceptSeriesInput } from './series.inputs.ts';
import { SeriesRefused, fromStoredSeriesFailure, readSeries, toStoredSeriesFailure } from './series-outcome.ts';
import type { AcceptanceFailure } from './series-outcome.ts';
import { SeriesVisit } from './series-visit.entity.ts';
import { SeriesDatesFailedError } from './series.type.ts';
import type { SeriesAccepted } from './series.type.ts';

const DAY_MS = 86_400_000;

type Outcome = SeriesAccepted | AcceptanceFailure;

/**
 * Books a series: all dates kept are reserved, or planned beyond the horizon, or nothing is (B7). The bank is asked for the first
 * visit between two transactions, with a key made of the call; the others are paid for as they near (M2).
 */
export async function acceptSeries(context: RequestContext, input: AcceptSeriesInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'acceptSeries', viewer.accountId, input);
  // Before any transaction: inside one, the loaders would wait for a second connection while the first is kept from others.
  const wanted = await keepDates(context, input).catch(orRefusal);
  const opened = await inUnitOfWork(context.em, (em) => openAcceptance(em, context, call, wanted));
  if (!('plan' in opened)) return opened;

  const gateway = openGateway(context);
  const { total, currency } = required(opened.dates[0], 'a first visit').quote;
  const charge =
    total === 0
      ? null
      : await authorizePayment(context, gateway, {
          idempotencyKey: `series:${viewer.accountId}:authorize:${call.fingerprint}:${call.key}`,
          paymentMethod: input.paymentMethod,
          total: { amount: total, currency },
          returnUrl: returnAddress(context, null),
        });
  const outcome = await inUnitOfWork(context.em, async (em): Promise<Outcome> => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known) return recall(em, known);
    const declined = charge === null ? null : toPaymentFailure(context, charge);
    if (declined) return keep(em, context, call, declined);
    try {
      const series = await em.transactional((attempt) =>
        placeSeries(attempt, context, viewer, { input, kept: opened, charge, gateway: gateway.name }),
      );
      await keepAnswer(em, context, call, { type: 'SeriesAccepted', seriesId: series.id });
      return { series };
    } catch (error) {
      if (error instanceof SeriesRefused) return keep(em, context, call, error.failure as AcceptanceFailure);
      throw error;
    }
  });
  if (!('series' in outcome)) await letGoOfPayment(context, gateway, charge);
  return outcome;
}

function orRefusal(error: unknown): SeriesRefused {
  if (error instanceof SeriesRefused) return error;
  if (error instanceof HoldRefused) return new SeriesRefused(error.failure);
  throw error;
}

/** Looks before the bank is asked, so that nobody's card is touched for what cannot be had. */
async function openAcceptance(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  wanted: KeptSeries | SeriesRefused,
): Promise<KeptSeries | Outcome> {
  await lockHouseholds(em, requireViewer(context).householdId);
  const known = await findAnswer(em, context, call);
  if (known) return recall(em, known);
  if (wanted instanceof SeriesRefused) return keep(em, context, call, wanted.failure as AcceptanceFailure);
  const failure = await judgeKept(em, context, wanted);
  return failure === null ? wanted : keep(em, context, call, failure);
}

/** Judges the dates kept as they stand now; null when each can be had or planned. */
async function judgeKept(
  em: EntityManager,
  context: RequestContext,
  kept: KeptSeries,
): Promise<AcceptanceFailure | null> {
  const { dates, plan } = kept;
  const question = await readDatesQuestion(
    em,
    context,
    plan,
    dates.map(({ start }) => start),
  );
  const verdicts = judgeDates(question, dates);
  const failed = presentDates(context, plan, question, dates, verdicts).filter(({ status, date }) => {
    const isChosen = dates.some((one) => one.date === date && one.isChosen);
    return !isAtHand(status) && (status !== SeriesDateStatus.BEYOND_HORIZON || isChosen);
  });
  if (failed.length > 0) return datesFailed(context, failed);
  return requireOpening(context, verdicts);
}

function datesFailed(context: RequestContext, failed: SeriesDatesFailedError['dates']): SeriesDatesFailedError {
  const days = failed.map(({ date }) => date).join(', ');
  return new SeriesDatesFailedError(
    say(context, {
      en: `Not free after all: ${days}. Nothing was booked or charged; choose another time for these dates or leave them out.`,
      'zh-CN': `以下日期已无法预约：${days}。尚未预约或扣款，请为这些日期另选时间或跳过。`,
    }),
    failed,
  );
}

interface Placing {
  readonly input: AcceptSeriesInput;
  readonly kept: KeptSeries;
  readonly charge: AuthorizeOutcome | null;
  readonly gateway: string;
}

async function placeSeries(
  em: EntityManager,
  context: RequestContext,
  viewer: ViewerIdentity,
  placing: Placing,
): Promise<BookingSeries> {
  const { kept, input } = placing;
  const { provider } = kept.plan;
  await lockDiaries(em, [provider.id, ...(await listHeldProviders(em, viewer.householdId))]);
  await releaseHoldsOf(em, context.clock, viewer);
  await sweepLapsedHolds(em, provider.id, context.clock.now());
  const failure = await judgeKept(em, context, kept);
  if (failure) throw new SeriesRefused(failure);

  const series = toSeries(context, viewer, kept, input.paymentMethod);
  await em.insert(BookingSeries, series);
  const opens = context.clock.now().getTime() + kept.plan.checked.visit.region.rules.horizonDays * DAY_MS;
  const reserved: string[] = [];
  for (const date of kept.dates) {
    const isOpen = date.start.getTime() < opens;
    const bookingId = isOpen ? await reserve(em, context, viewer, placing, date) : null;
    if (bookingId !== null) reserved.push(bookingId);
    await insertVisit(em, context, kept, { seriesId: series.id, bookingId, date });
  }
  await recordFirst(em, context, placing, required(reserved[0], 'a first visit'));
  await publish(em, context.clock, [
    {
      topic: SERIES_ACCEPTED,
      payload: {
        seriesId: series.id,
        bookingId: required(reserved[0], 'a first visit'),
        reserved: reserved.length,
        planned: kept.dates.length - reserved.length,
      },
    },
  ]);
  return series;
}

async function reserve(
  em: EntityManager,
  context: RequestContext,
  viewer: ViewerIdentity,
  { kept, input }: Placing,
  date: KeptDate,
): Promise<string> {
  const booking = await bookVisit(em, context, termsOfPlan(kept, viewer, input), date);
  // Under the lock of the diary it was free a moment ago: only PostgreSQL's own constraint can still say no.
  if (booking === null) {
    const question = await readDatesQuestion(em, context, kept.plan, [date.start]);
    const taken = [{ status: SeriesDateStatus.TAKEN, foreseen: null }];
    throw new SeriesRefused(datesFailed(context, presentDates(context, kept.plan, question, [date], taken)));
  }
  if (date !== kept.dates[0]) await payWhenNear(em, context.clock, booking);
  return booking.id;
}

async function insertVisit(
  em: EntityManager,
  context: RequestContext,
  { plan }: KeptSeries,
  facts: { readonly seriesId: string; readonly bookingId: string | null; readonly date: KeptDate },
): Promise<void> {
  const { bookingId, date } = facts;
  const visit: SeriesVisit = {
    id: newId(),
    series: facts.seriesId,
    date: date.date,
    startsAt: date.start,
    status: bookingId === null ? SeriesVisitStatus.PLANNED : SeriesVisitStatus.RESERVED,
    reason: null,
    booking: bookingId,
    storedQuote: date.quote,
  };
  await em.insert(SeriesVisit, visit);
  if (bookingId === null) await reserveWhenOpen(em, context.clock, plan.checked.visit.region, visit);
}

async function recordFirst(
  em: EntityManager,
  context: RequestContext,
  { kept, charge, gateway }: Placing,
  bookingId: string,
): Promise<void> {
  if (charge?.kind !== 'AUTHORIZED') return;
  const { total, currency } = required(kept.dates[0], 'a first visit').quote;
  await recordAuthorization(em, context.clock, {
    reference: bookingId,
    gateway,
    gatewayId: charge.gatewayId,
    total: { amount: total, currency },
  });
}

function toSeries(
  context: RequestContext,
  { accountId, householdId }: ViewerIdentity,
  { plan, dates, items }: KeptSeries,
  paymentMethod: string,
): BookingSeries {
  const { region } = plan.checked.visit;
  return {
    id: newId(),
    household: householdId,
    bookedBy: accountId,
    provider: plan.provider.id,
    region: region.id,
    timeZone: region.timeZone,
    localTime: localTimeAt(required(plan.occurrences[0], 'a first date').start, region.timeZone),
    everyWeeks: plan.everyWeeks,
    weekdays: [...plan.weekdays],
    items: [...items],
    minutes: plan.checked.minutes,
    paymentMethod,
    cardVersion: 1,
    priceLockedUntil: required(dates.at(-1), 'a last date').date,
    createdAt: context.clock.now(),
    endedAt: null,
  };
}

async function keep(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  failure: AcceptanceFailure,
): Promise<AcceptanceFailure> {
  await keepAnswer(em, context, call, toStoredSeriesFailure(failure));
  return failure;
}

async function recall(em: EntityManager, known: Awaited<ReturnType<typeof findAnswer>> & object): Promise<Outcome> {
  return known.type === 'SeriesAccepted'
    ? { series: await readSeries(em, known['seriesId'] as string) }
    : (fromStoredSeriesFailure(known) as AcceptanceFailure);
}
