export { Certificate } from './certificate.entity.ts';
export { listHeldCertificates } from './certificates.queries.ts';
export { Course } from './course.entity.ts';
