import { isLocale } from '../../kernel/locale.ts';
import type { Locale } from '../../kernel/locale.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { JobContext } from '../../platform/module.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { Certificate, Course, CourseAssignment } from '../training/index.ts';
import { queueDelivery } from './write-deliveries.ts';

const plain = { disableIdentityMap: true } as const;

interface CourseFacts {
  readonly course: string;
  /** The day that matters, written out. */
  readonly day: string;
  readonly link: string;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

const ASSIGNED: Readonly<Record<Locale, (facts: CourseFacts) => Words>> = {
  en: ({ course, day, link }) => ({
    subject: `A course for you: ${course}`,
    body: `Please pass the course “${course}” by ${day}. You can stop and go on at any time: ${link}`,
  }),
  'zh-CN': ({ course, day, link }) => ({
    subject: `请学习课程：${course}`,
    body: `请在 ${day} 前通过课程“${course}”。可以随时暂停，之后继续：${link}`,
  }),
};

const EXPIRING: Readonly<Record<Locale, (facts: CourseFacts) => Words>> = {
  en: ({ course, day, link }) => ({
    subject: `Your certificate ends on ${day}: ${course}`,
    body: `Your certificate “${course}” is valid until ${day}. From the day after, work that asks for it is no longer offered. Take the quiz again: ${link}`,
  }),
  'zh-CN': ({ course, day, link }) => ({
    subject: `证书将于 ${day} 到期：${course}`,
    body: `您的“${course}”证书有效期至 ${day}，次日起将无法承接需要该证书的服务。请重新参加测验：${link}`,
  }),
};

/** Tells a provider of a course they are to take, unless it was withdrawn or passed meanwhile. */
export async function writeAssignmentNotice(context: JobContext, assignmentId: string): Promise<void> {
  const assignment = await context.em.findOne(CourseAssignment, { id: assignmentId }, plain);
  if (assignment?.completedAt !== null || assignment.withdrawnAt !== null) return;
  const { course, provider, dueOn } = assignment;
  await write(
    context,
    { provider, course, day: dueOn },
    ASSIGNED,
    'course-assigned',
    `${assignmentId}:course-assigned`,
  );
}

/** Tells a provider that a certificate ends, unless there is a newer one by now. */
export async function writeExpiryNotice(context: JobContext, certificateId: string, days: number): Promise<void> {
  const { em } = context;
  const certificate = await em.findOne(Certificate, { id: certificateId }, plain);
  if (certificate?.validUntil == null) return;
  const { course, provider, validUntil } = certificate;
  if (await isRenewed(em, certificate, validUntil)) return;
  const key = `${certificateId}:certificate-expiring:${days}`;
  await write(context, { provider, course, day: validUntil }, EXPIRING, 'certificate-expiring', key);
}

async function isRenewed(em: EntityManager, { provider, course }: Certificate, until: string): Promise<boolean> {
  const later = { $or: [{ validUntil: null }, { validUntil: { $gt: until } }] };
  return (await em.count(Certificate, { provider, course, ...later })) > 0;
}

async function write(
  context: JobContext,
  about: { readonly provider: string; readonly course: string; readonly day: string },
  templates: typeof ASSIGNED,
  kind: string,
  dedupeKey: string,
): Promise<void> {
  const { em, publicUrl } = context;
  const provider = await em.findOneOrFail(Provider, { id: about.provider }, plain);
  const account = provider.account === null ? null : await em.findOne(Account, { id: provider.account }, plain);
  if (account === null) return;
  const course = await em.findOneOrFail(Course, { id: about.course }, plain);
  const locale = isLocale(account.locale) ? account.locale : 'en';
  const words = templates[locale]({
    course: localize(course.name, locale),
    day: formatDay(about.day, locale),
    link: `${publicUrl}/pro/courses/${course.id}`,
  });
  await queueDelivery(context, { dedupeKey, kind, account, ...words, bookingId: null });
}

function formatDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
