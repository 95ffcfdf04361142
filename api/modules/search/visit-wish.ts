import { addDays, daysBetween } from '../../kernel/local-date.ts';
import { required } from '../../kernel/required.ts';
import type { InputProblem } from '../../kernel/input-problem.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { resolveVisitPlace } from '../catalog/index.ts';
import type { Region, VisitPlace } from '../catalog/index.ts';
import { quoteVisitItems, resolveVisitItems } from '../pricing/index.ts';
import type { PlaceInput, VisitItemInput, VisitItems } from '../pricing/index.ts';

/** Most local days that one search or calendar request spans (A4). */
const MOST_DAYS = 14;

export interface CheckedVisit {
  readonly visit: VisitItems;
  readonly place: VisitPlace | null;
  readonly minutes: number;
  /** What the visit costs at catalogue prices, before a time is chosen; minor units. */
  readonly cataloguePrice: number;
}

/** Reads items and place of a visit against the catalogue. A problem names the field to change. */
export async function checkVisit(
  context: Pick<RequestContext, 'loaders' | 'vault' | 'viewer' | 'clock'>,
  input: { readonly items: readonly VisitItemInput[]; readonly place?: PlaceInput | null },
  regionId: string,
): Promise<CheckedVisit | { readonly problem: InputProblem }> {
  const resolved = await resolveVisitItems(context, input.items, regionId);
  if ('problem' in resolved) return resolved;
  const { visit } = resolved;
  const catalogue = new Map(visit.items.map(({ item }) => [item.id, item.priceAmount]));
  const outcome = quoteVisitItems(
    visit,
    (itemId) => required(catalogue.get(itemId), 'a price'),
    null,
    context.clock.now(),
  );
  if ('problem' in outcome) return outcome;
  const located = input.place ? await resolveVisitPlace(context, input.place, visit.region) : { place: null };
  if ('problem' in located) return located;
  return {
    visit,
    place: located.place,
    minutes: outcome.quote.durationMinutes,
    cataloguePrice: outcome.quote.total.amount,
  };
}

/** @throws BAD_USER_INPUT that names the field, for queries whose answer has no room for a failure. */
export function throwProblem(context: RequestContext, problem: InputProblem): never {
  throw badUserInput(problem.field, say(context, problem.message));
}

/** Checks a range of local days, both included. @throws BAD_USER_INPUT when it is reversed, over 14 days, past or too far ahead. */
export function requireRange(context: RequestContext, region: Region, from: string, to: string): void {
  const refuse = (field: string, english: string, chinese: string): never => {
    throw badUserInput(field, say(context, { en: english, 'zh-CN': chinese }));
  };
  const today = localDateAt(context.clock.now(), region.timeZone);
  if (to < from) refuse('to', 'The last day comes before the first. Swap them.', '结束日期早于开始日期，请对调。');
  if (daysBetween(from, to) >= MOST_DAYS)
    refuse('to', `Ask for at most ${MOST_DAYS} days at a time.`, `一次最多查询 ${MOST_DAYS} 天。`);
  if (to < today) refuse('to', 'These days have passed. Choose today or later.', '所选日期已过，请选择今天或以后。');
  if (from > addDays(today, region.rules.horizonDays)) {
    refuse(
      'from',
      `Bookings open ${region.rules.horizonDays} days ahead. Choose an earlier day.`,
      `目前开放未来 ${region.rules.horizonDays} 天的预约，请选择更早的日期。`,
    );
  }
}
