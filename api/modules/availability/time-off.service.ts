import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { badUserInput } from '../../platform/connection.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { Provider } from '../providers/index.ts';
import { HOURS_CHANGED } from './availability.events.ts';
import { InvalidHoursError } from './availability.errors.ts';
import type { AddTimeOffInput, ChangeTimeOffInput } from './availability.inputs.ts';
import type { TimeOffAdded } from './availability.type.ts';
import { lockDiary } from './reserve-time.ts';
import { TimeOff } from './time-off.entity.ts';

const LONGEST_DAYS = 366;

/** Takes time off. Bookings inside it stay in place; the answer names them. */
export async function addTimeOff(
  context: RequestContext,
  provider: Provider,
  input: AddTimeOffInput,
): Promise<TimeOffAdded | InvalidHoursError> {
  const refused = findProblem(context, input);
  if (refused) return refused;
  const timeOff = { id: newId(), provider: provider.id, ...toColumns(input) };
  await context.em.transactional(async (em) => {
    await lockDiary(em, provider.id);
    await em.insert(TimeOff, timeOff);
  });
  return { timeOff };
}

/** Puts time off somewhere else, whole. What it gives back can be booked at once. @throws BAD_USER_INPUT for none of theirs */
export async function changeTimeOff(
  context: RequestContext,
  provider: Provider,
  input: ChangeTimeOffInput,
): Promise<TimeOffAdded | InvalidHoursError> {
  const refused = findProblem(context, input);
  return context.em.transactional(async (em) => {
    await lockDiary(em, provider.id);
    const mine = { id: input.id, provider: provider.id };
    if (!isId(input.id) || (await em.count(TimeOff, mine)) === 0)
      throw badUserInput('input.id', say(context, { en: 'There is no such time off.', 'zh-CN': '没有这段休假。' }));
    if (refused) return refused;
    await em.nativeUpdate(TimeOff, mine, toColumns(input));
    await publish(em, context.clock, [{ topic: HOURS_CHANGED, payload: { providerId: provider.id } }]);
    return { timeOff: { ...mine, ...toColumns(input) } };
  });
}

export async function removeTimeOff(context: RequestContext, provider: Provider, id: string): Promise<boolean> {
  return context.em.transactional(async (em) => {
    if ((await em.nativeDelete(TimeOff, { id, provider: provider.id })) === 0) return false;
    await publish(em, context.clock, [{ topic: HOURS_CHANGED, payload: { providerId: provider.id } }]);
    return true;
  });
}

function toColumns({ start, end, reason }: AddTimeOffInput): Pick<TimeOff, 'startsAt' | 'endsAt' | 'reason'> {
  return { startsAt: start, endsAt: end, reason: reason?.trim() || null };
}

function findProblem(context: RequestContext, { start, end }: AddTimeOffInput): InvalidHoursError | null {
  const refuse = (code: string, text: LocalizedText): InvalidHoursError =>
    new InvalidHoursError(code, say(context, text), 'end');
  if (start >= end)
    return refuse('ENDS_BEFORE_START', {
      en: 'The end must come after the start.',
      'zh-CN': '结束时间必须晚于开始时间。',
    });
  if (end <= context.clock.now())
    return refuse('IN_PAST', { en: 'This time has passed already.', 'zh-CN': '这段时间已经过去。' });
  if (end.getTime() - start.getTime() > LONGEST_DAYS * 86_400_000)
    return refuse('TOO_LONG', { en: 'Take at most a year off at a time.', 'zh-CN': '一次最多休假一年。' });
  return null;
}
