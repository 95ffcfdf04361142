export { Certificate } from './certificate.entity.ts';
export { listCertificateValidities, listHeldCertificates } from './certificates.queries.ts';
export { Course } from './course.entity.ts';
