import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { BookabilityCode, NotBookableError } from './bookings.errors.ts';
import { toReason } from './hold-check.ts';
import type { listLackingQualifications } from './lacking-qualifications.ts';

type Lacking = Awaited<ReturnType<typeof listLackingQualifications>>;

const ABOUT_QUALIFICATIONS: readonly Lacking[number]['code'][] = [
  'CREDENTIAL_MISSING',
  'CREDENTIAL_NOT_VALID',
  'COURSE_MISSING',
  'COURSE_NOT_VALID',
];
const QUALIFICATION_LOST: LocalizedText = {
  en: 'A credential that this visit needs is no longer valid on that day. Nothing was charged; choose another time or person.',
  'zh-CN': '此次服务所需的资质在当天已失效，未产生任何扣款。请另选时间或人员。',
};
const NO_LONGER_BOOKABLE: LocalizedText = {
  en: 'This person can no longer be booked for this visit. Nothing was charged; choose another person.',
  'zh-CN': '这位服务者已无法承接此次服务，未产生任何扣款。请另选人员。',
};

/** The answer where something came to speak against the provider between hold and confirmation. */
export function notQualified(context: RequestContext, lacking: Lacking): NotBookableError {
  return new NotBookableError(
    say(
      context,
      lacking.every(({ code }) => ABOUT_QUALIFICATIONS.includes(code)) ? QUALIFICATION_LOST : NO_LONGER_BOOKABLE,
    ),
    lacking.map(({ code, subject }) => toReason(context, BookabilityCode[code], subject)),
  );
}
