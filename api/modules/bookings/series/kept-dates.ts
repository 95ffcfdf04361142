import { required } from '../../../kernel/required.ts';
import type { RequestContext, ViewerIdentity } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { Venue } from '../../catalog/index.ts';
import { InvalidVisitError } from '../../pricing/index.ts';
import type { StoredQuote } from '../../pricing/index.ts';
import type { BookedItem } from '../booking.entity.ts';
import { pointOf } from '../hold-check.ts';
import type { SeriesVisitTerms } from './book-visit.ts';
import { isAtHand } from './judge-dates.ts';
import type { DateVerdict } from './judge-dates.ts';
import { itemsOf, planSeries, quoteAt, toWantedDate } from './series-plan.ts';
import type { SeriesPlan, WantedDate } from './series-plan.ts';
import type { AcceptSeriesInput } from './series.inputs.ts';
import { SeriesRefused } from './series-outcome.ts';
import { SeriesPriceChangedError } from './series.type.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A date that the household keeps, with its price. */
export interface KeptDate extends WantedDate {
  readonly quote: StoredQuote;
  /** Whether the household chose the start itself. */
  readonly isChosen: boolean;
}

/** A series as the household accepts it. */
export interface KeptSeries {
  readonly plan: SeriesPlan;
  /** In the order in which they take place. */
  readonly dates: readonly KeptDate[];
  readonly items: readonly BookedItem[];
}

/** Reads what the household accepts. @throws SeriesRefused or HoldRefused with what does not fit. */
export async function keepDates(context: RequestContext, input: AcceptSeriesInput): Promise<KeptSeries> {
  const plan = await planSeries(context, input.series);
  const choices = new Map(input.choices.map((choice) => [choice.date, choice.start ?? null]));
  const unknown = input.choices.findIndex(({ date }) => !plan.occurrences.some((one) => one.date === date));
  if (unknown >= 0 || choices.size !== input.choices.length)
    throw refuse(context, 'UNKNOWN_DATE', `choices[${Math.max(unknown, 0)}].date`, UNKNOWN_DATE);
  const { region } = plan.checked.visit;
  const now = context.clock.now().getTime();
  const astray = input.choices.findIndex(({ start }) => {
    const time = start?.getTime() ?? now;
    return time < now || time >= now + region.rules.horizonDays * DAY_MS || (start && time % MINUTE_MS !== 0);
  });
  if (astray >= 0) throw refuse(context, 'START_ASTRAY', `choices[${astray}].start`, ASTRAY);
  const dates = plan.occurrences
    .flatMap((occurrence): Omit<KeptDate, 'quote'>[] => {
      const chosen = choices.get(occurrence.date);
      if (chosen === null) return [];
      if (chosen === undefined) return [{ ...toWantedDate(occurrence), isChosen: false }];
      return [{ date: occurrence.date, start: chosen, isSkipped: false, isShownTwice: false, isChosen: true }];
    })
    .map((date) => ({ ...date, quote: quoteAt(context, plan, date.start).quote }))
    .toSorted((a, b) => a.start.getTime() - b.start.getTime());
  if (dates.length < 2) throw refuse(context, 'TOO_FEW_VISITS', 'choices', TOO_FEW);
  const total = dates.reduce((sum, { quote }) => sum + quote.total, 0);
  if (total !== input.expectedTotal) {
    const changed = { amount: total, currency: region.currency };
    throw new SeriesRefused(new SeriesPriceChangedError(say(context, PRICE_CHANGED), changed));
  }
  const { items } = quoteAt(context, plan, required(dates[0], 'a first visit').start);
  return { plan, dates, items };
}

/** Something of a series has to be bookable now: its first visit is paid for when it is accepted. */
export function requireOpening(context: RequestContext, verdicts: readonly DateVerdict[]): InvalidVisitError | null {
  if (verdicts[0] && isAtHand(verdicts[0].status)) return null;
  return invalid(context, 'NOTHING_OPEN', 'choices', NOTHING_OPEN);
}

/** What the visits of a series have in common, at its acceptance. */
export function termsOfPlan(
  { plan, items }: KeptSeries,
  { accountId, householdId }: ViewerIdentity,
  input: Pick<AcceptSeriesInput, 'note' | 'doorNote'>,
): SeriesVisitTerms {
  const { provider, checked } = plan;
  const address = checked.place?.address ?? null;
  return {
    providerId: provider.id,
    householdId,
    bookedBy: accountId,
    region: checked.visit.region,
    items: itemsOf(checked),
    bookedItems: items,
    minutes: checked.minutes,
    venue: checked.place === null ? Venue.AT_STUDIO : Venue.AT_HOME,
    point: pointOf({ provider, checked }),
    addressLine: address?.line ?? null,
    district: address?.district ?? null,
    doorNote: input.doorNote?.trim() || (address?.doorNote ?? null),
    note: input.note?.trim() || null,
  };
}

const UNKNOWN_DATE = {
  en: 'This is no date of the series, or it is named twice.',
  'zh-CN': '该日期不属于此系列，或重复填写。',
};
const ASTRAY = {
  en: 'Choose one of the free times offered for this date.',
  'zh-CN': '请为该日期选择所列的空闲时间。',
};
const TOO_FEW = {
  en: 'A series keeps at least two visits. Book a single visit instead.',
  'zh-CN': '一个系列至少保留两次服务，只需一次时请单独预约。',
};
const NOTHING_OPEN = {
  en: 'The first visit kept has to be one that can be reserved now. Keep an earlier date.',
  'zh-CN': '保留的首次服务须在当前可预约的日期内，请保留更早的日期。',
};
const PRICE_CHANGED = {
  en: 'The prices add up to something else than you saw. Look again and go on if it suits you.',
  'zh-CN': '总价已有变动，请重新查看后再决定。',
};

function refuse(context: RequestContext, code: string, field: string, message: typeof UNKNOWN_DATE): SeriesRefused {
  return new SeriesRefused(invalid(context, code, field, message));
}

function invalid(
  context: RequestContext,
  code: string,
  field: string,
  message: typeof UNKNOWN_DATE,
): InvalidVisitError {
  return new InvalidVisitError(code, say(context, message), field);
}
