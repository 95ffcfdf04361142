import { KEPT } from '../../platform/kept-data.ts';
import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const OF_PROVIDER = { through: 'provider', by: 'provider_id' } as const;
const COURSE = { by: 'course_id', table: 'course', column: 'code' } as const;

export const trainingPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'certificate',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'certificates',
      columns: {
        valid_from: { plain: 'who can be booked goes by it', erased: { kept: KEPT.verification } },
        valid_until: { plain: 'who can be booked goes by it', erased: { kept: KEPT.verification } },
        verification_code: {
          plain: 'whoever has it may ask about the certificate',
          erased: { kept: KEPT.verification },
        },
      },
      shown: { course: COURSE },
    },
    {
      table: 'course_assignment',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'courseAssignments',
      columns: {},
      alongside: ['reason', 'due_on', 'assigned_at', 'completed_at', 'withdrawn_at'],
      shown: { course: COURSE },
    },
    {
      table: 'lesson_progress',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'lessonsRead',
      columns: {},
      alongside: ['read_at'],
      shown: { course: COURSE },
      deletedWhole: true,
    },
    {
      table: 'quiz_attempt',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'quizzes',
      columns: { answers: { plain: 'choices out of a list, graded by us', erased: 'WIPED' } },
      alongside: ['started_at', 'submitted_at', 'has_passed'],
      shown: { course: COURSE },
    },
    {
      table: 'lesson_image',
      person: 'author',
      whose: 'NOBODY',
      exported: { not: 'a picture of a course, which says of no one who drew it' },
      columns: { document_key: {} },
    },
  ],
  impersonal: [
    { table: 'course_event', columns: ['kind'], because: 'what was done to a course, the same for everybody' },
    {
      table: 'lesson_image',
      columns: ['content_type', 'sha256', 'file_key'],
      because: 'pictures of courses, the same for everybody',
    },
    { table: 'lesson_image_upload', columns: ['file_key'], because: 'a number of ours' },
    { table: 'course', columns: ['code', 'name'], because: 'courses, the same for everybody' },
    {
      table: 'course_version',
      columns: ['state', 'name', 'summary', 'lessons', 'questions'],
      because: 'courses, the same for everybody',
    },
    { table: 'quiz_attempt', columns: ['drawn'], because: 'numbers of questions' },
  ],
};
