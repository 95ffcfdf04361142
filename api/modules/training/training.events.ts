/** A course was assigned to a provider: `{ assignmentId }`. */
export const COURSE_ASSIGNED = 'course.assigned';
/** A provider passed a course: `{ certificateId, providerId, courseId }`. */
export const COURSE_PASSED = 'course.passed';
/** A certificate ends in so many days and there is no newer one: `{ certificateId, days }`. */
export const CERTIFICATE_EXPIRING = 'certificate.expiring';
