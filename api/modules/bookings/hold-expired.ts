import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { HoldExpiredError } from './bookings.errors.ts';

/** The answer to whoever comes too late, or to a hold that is not theirs. */
export function holdExpired(context: RequestContext): HoldExpiredError {
  return new HoldExpiredError(
    'HOLD_EXPIRED',
    say(context, {
      en: 'The time is no longer held. Choose a time again; nothing was charged.',
      'zh-CN': '保留时间已过，请重新选择时间；未产生任何扣款。',
    }),
  );
}
