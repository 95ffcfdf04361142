export { Certificate } from './certificate.entity.ts';
export { listCertificateValidities } from './certificates.queries.ts';
export { Course } from './course.entity.ts';
