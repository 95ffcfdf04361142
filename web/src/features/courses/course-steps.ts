import { daysBetween } from '../../ui/formats';

/** How a certificate stands on a day: without one, holding, ending within 60 days, or over. */
export type CertificateStanding = 'none' | 'valid' | 'ending' | 'over';

interface Held {
  readonly validUntil: string | null;
}

/** The longest notice before a certificate ends. */
const ENDING_DAYS = 60;

export function certificateStanding(certificate: Held | null, today: string): CertificateStanding {
  if (certificate === null) return 'none';
  if (certificate.validUntil === null) return 'valid';
  const left = daysBetween(today, certificate.validUntil);
  if (left < 0) return 'over';
  return left <= ENDING_DAYS ? 'ending' : 'valid';
}

interface Taken {
  readonly readCount: number;
  readonly lessonCount: number;
  readonly openAttempt: object | null;
  readonly certificate: Held | null;
  readonly assignment: object | null;
  readonly today: string;
}

/** What to do next with a course; it names the words on its button. */
export type NextStep = 'start' | 'continue' | 'resumeQuiz' | 'quiz' | 'renew' | 'look';

export function nextStep(course: Taken): NextStep {
  if (course.openAttempt) return 'resumeQuiz';
  const standing = certificateStanding(course.certificate, course.today);
  const isDone = standing === 'valid' && course.assignment === null;
  if (isDone) return 'look';
  if (course.readCount === 0) return 'start';
  if (course.readCount < course.lessonCount) return 'continue';
  return standing === 'ending' || standing === 'over' ? 'renew' : 'quiz';
}

interface ReadLesson {
  readonly id: string;
  readonly isRead: boolean;
}

/** Where a course goes on: at its first lesson that is not read, or at the quiz. */
export function resumeAt(lessons: readonly ReadLesson[]): string {
  return lessons.find(({ isRead }) => !isRead)?.id ?? 'quiz';
}
