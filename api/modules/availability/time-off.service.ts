import { newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { Provider } from '../providers/index.ts';
import { HOURS_CHANGED } from './availability.events.ts';
import { InvalidHoursError } from './availability.errors.ts';
import type { AddTimeOffInput } from './availability.inputs.ts';
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
  const refuse = (code: string, field: string, text: LocalizedText): InvalidHoursError =>
    new InvalidHoursError(code, say(context, text), field);
  if (input.start >= input.end)
    return refuse('ENDS_BEFORE_START', 'end', {
      en: 'The end must come after the start.',
      'zh-CN': '结束时间必须晚于开始时间。',
    });
  if (input.end <= context.clock.now())
    return refuse('IN_PAST', 'end', { en: 'This time has passed already.', 'zh-CN': '这段时间已经过去。' });
  if (input.end.getTime() - input.start.getTime() > LONGEST_DAYS * 86_400_000) {
    return refuse('TOO_LONG', 'end', { en: 'Take at most a year off at a time.', 'zh-CN': '一次最多休假一年。' });
  }
  const timeOff = {
    id: newId(),
    provider: provider.id,
    startsAt: input.start,
    endsAt: input.end,
    reason: input.reason?.trim() || null,
  };
  await context.em.transactional(async (em) => {
    await lockDiary(em, provider.id);
    await em.insert(TimeOff, timeOff);
  });
  return { timeOff };
}

export async function removeTimeOff(context: RequestContext, provider: Provider, id: string): Promise<boolean> {
  return context.em.transactional(async (em) => {
    if ((await em.nativeDelete(TimeOff, { id, provider: provider.id })) === 0) return false;
    await publish(em, context.clock, [{ topic: HOURS_CHANGED, payload: { providerId: provider.id } }]);
    return true;
  });
}
