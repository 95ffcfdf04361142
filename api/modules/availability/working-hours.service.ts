import { newId } from '../../kernel/ids.ts';
import type { InputProblem } from '../../kernel/input-problem.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { Provider } from '../providers/index.ts';
import { HOURS_CHANGED } from './availability.events.ts';
import { InvalidHoursError } from './availability.errors.ts';
import type { SetHoursExceptionInput, SetWorkingHoursInput, TimeSpanInput } from './availability.inputs.ts';
import type { HoursExceptionSet, WorkingHoursSet } from './availability.type.ts';
import { HoursException } from './hours-exception.entity.ts';
import { lockDiary } from './reserve-time.ts';
import { WorkingSpan } from './working-span.entity.ts';

/** Replaces the provider's week plan as a whole. Bookings already made stay. */
export async function setWorkingHours(
  context: RequestContext,
  provider: Provider,
  input: SetWorkingHoursInput,
): Promise<WorkingHoursSet | InvalidHoursError> {
  const byDay = Map.groupBy(
    input.spans.map((span, index) => ({ ...span, index })),
    ({ weekday }) => weekday,
  );
  for (const spans of byDay.values()) {
    const found = findSpanProblem(spans);
    if (found) return new InvalidHoursError(found.code, say(context, found.message), found.field);
  }
  const schedule = input.spans
    .map(({ weekday, start, end }) => ({
      id: newId(),
      provider: provider.id,
      weekday,
      start,
      end,
      weeks: 'EVERY' as const,
    }))
    .sort((a, b) => a.weekday - b.weekday || a.start.localeCompare(b.start));
  await context.em.transactional(async (em) => {
    await lockDiary(em, provider.id);
    await em.nativeDelete(WorkingSpan, { provider: provider.id });
    if (schedule.length > 0) await em.insertMany(WorkingSpan, schedule);
    await publish(em, context.clock, [{ topic: HOURS_CHANGED, payload: { providerId: provider.id } }]);
  });
  return { schedule };
}

/** Sets the hours of one day, in place of the week plan. */
export async function setHoursException(
  context: RequestContext,
  provider: Provider,
  input: SetHoursExceptionInput,
): Promise<HoursExceptionSet | InvalidHoursError> {
  const found = findSpanProblem(input.spans.map((span, index) => ({ ...span, index })));
  if (found) return new InvalidHoursError(found.code, say(context, found.message), found.field);
  const spans = input.spans.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start.localeCompare(b.start));
  const exception = await context.em.transactional(async (em) => {
    await lockDiary(em, provider.id);
    await publish(em, context.clock, [{ topic: HOURS_CHANGED, payload: { providerId: provider.id } }]);
    return em.upsert(
      HoursException,
      { id: newId(), provider: provider.id, date: input.date, spans },
      { onConflictFields: ['provider', 'date'], onConflictExcludeFields: ['id'] },
    );
  });
  return { exception };
}

export async function removeHoursException(context: RequestContext, provider: Provider, id: string): Promise<boolean> {
  return context.em.transactional(async (em) => {
    if ((await em.nativeDelete(HoursException, { id, provider: provider.id })) === 0) return false;
    await publish(em, context.clock, [{ topic: HOURS_CHANGED, payload: { providerId: provider.id } }]);
    return true;
  });
}

type IndexedSpan = TimeSpanInput & { readonly index: number };

/** Spans of one day: each must end after it starts, and none may overlap another. */
function findSpanProblem(spans: readonly IndexedSpan[]): InputProblem | null {
  const ordered = spans.toSorted((a, b) => a.start.localeCompare(b.start));
  for (const [position, span] of ordered.entries()) {
    if (span.start >= span.end) {
      return {
        field: `spans[${span.index}].end`,
        code: 'ENDS_BEFORE_START',
        message: { en: 'The end must come after the start.', 'zh-CN': '结束时间必须晚于开始时间。' },
      };
    }
    const next = ordered[position + 1];
    if (next && next.start < span.end) {
      return {
        field: `spans[${next.index}].start`,
        code: 'OVERLAPS',
        message: { en: 'Two spans of the same day overlap.', 'zh-CN': '同一天的两个时段有重叠。' },
      };
    }
  }
  return null;
}
