export { Certificate } from './certificate.entity.ts';
export { listCertificateValidities } from './certificates.queries.ts';
export { AssignmentReason, CourseAssignment } from './course-assignment.entity.ts';
export { CourseVersion, CourseVersionState } from './course-version.entity.ts';
export { Course } from './course.entity.ts';
export type { Question } from './domain/course-content.ts';
export { LessonProgress } from './lesson-progress.entity.ts';
export { CERTIFICATE_EXPIRING, COURSE_ASSIGNED } from './training.events.ts';
export { findCertificatePdf } from './find-certificate.ts';
