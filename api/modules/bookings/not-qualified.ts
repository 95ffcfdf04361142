import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { BookabilityCode, NotBookableError } from './bookings.errors.ts';
import { toReason } from './hold-check.ts';
import type { listLackingQualifications } from './lacking-qualifications.ts';

type Lacking = Awaited<ReturnType<typeof listLackingQualifications>>;

/** The answer where a credential or course ended, or was taken back, between hold and confirmation. */
export function notQualified(context: RequestContext, lacking: Lacking): NotBookableError {
  return new NotBookableError(
    say(context, {
      en: 'A credential that this visit needs is no longer valid on that day. Nothing was charged; choose another time or person.',
      'zh-CN': '此次服务所需的资质在当天已失效，未产生任何扣款。请另选时间或人员。',
    }),
    lacking.map(({ code, subject }) => toReason(context, BookabilityCode[code], subject)),
  );
}
