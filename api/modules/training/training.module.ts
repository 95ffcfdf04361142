import type { ModuleDefinition } from '../../platform/module.ts';
import { provideVerification } from '../qualifications/index.ts';
import { CertificateNotice } from './certificate-notice.entity.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import { CourseAssignmentResolver } from './course-assignment.resolver.ts';
import { CourseAuthoringResolver } from './course-authoring.resolver.ts';
import { CourseVersion } from './course-version.entity.ts';
import { CourseVersionResolver } from './course-version.resolver.ts';
import { Course } from './course.entity.ts';
import {
  ANNOUNCE_EXPIRING_CERTIFICATES,
  announceExpiringCertificates,
} from './jobs/announce-expiring-certificates.job.ts';
import { LessonProgress } from './lesson-progress.entity.ts';
import { MyCourseResolver } from './my-course.resolver.ts';
import { QuizAttempt } from './quiz-attempt.entity.ts';
import { QuizAttemptResolver } from './quiz-attempt.resolver.ts';
import { CERTIFICATE_EXPIRING, COURSE_ASSIGNED, COURSE_PASSED } from './training.events.ts';
import { CourseResolver, ItemCourseResolver, ProviderBadgesResolver } from './training.resolver.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { trainingReadRules } from './training.read-rules.ts';
import { trainingPersonalData } from './training.personal.ts';

provideVerification(verifyCertificate);

export const trainingModule: ModuleDefinition = {
  name: 'training',
  readRules: trainingReadRules,
  personal: trainingPersonalData,
  entities: [Course, CourseVersion, Certificate, CertificateNotice, LessonProgress, QuizAttempt, CourseAssignment],
  resolvers: [
    CourseResolver,
    ItemCourseResolver,
    ProviderBadgesResolver,
    CourseAuthoringResolver,
    CourseVersionResolver,
    CourseAssignmentResolver,
    MyCourseResolver,
    QuizAttemptResolver,
  ],
  facts: [COURSE_ASSIGNED, COURSE_PASSED, CERTIFICATE_EXPIRING],
  jobs: [announceExpiringCertificates],
  daily: [ANNOUNCE_EXPIRING_CERTIFICATES],
};
