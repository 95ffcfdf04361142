import { draftInput } from '../../course-author.ts';
import { buildCourse } from '../../builders/course.builder.ts';
import type { Rows } from '../matrix-rows.ts';

const TRAINERS = ['operator', 'administrator'] as const;

export const trainingRows = {
  myCourses: { for: ['provider'] },
  myCourse: { for: ['provider'], ids: { id: 'public' }, variables: ({ course }) => ({ id: course.course.id }) },
  finishLesson: {
    for: ['provider'],
    ids: { 'input.courseId': 'public', 'input.lessonId': 'public' },
    variables: ({ course: { course, version } }) => ({
      input: { courseId: course.id, lessonId: version.lessons[0]?.id },
    }),
  },
  startQuiz: {
    for: ['provider'],
    ids: { courseId: 'public' },
    variables: ({ course }) => ({ courseId: course.course.id }),
  },
  submitQuiz: {
    for: ['provider'],
    ids: {
      'input.attemptId': { a: 'quizAttempt' },
      'input.answers[].questionId': 'public',
      'input.answers[].optionIds[]': 'public',
    },
    variables: () => ({ input: { answers: [] } }),
  },
  courses: { for: TRAINERS },
  course: { for: TRAINERS, ids: { id: 'public' }, variables: ({ course }) => ({ id: course.course.id }) },
  courseAssignments: {
    for: TRAINERS,
    ids: { courseId: 'public' },
    variables: ({ course }) => ({ courseId: course.course.id }),
  },
  courseCandidates: {
    for: TRAINERS,
    ids: { courseId: 'public' },
    variables: ({ course }) => ({ courseId: course.course.id }),
  },
  createCourse: {
    for: TRAINERS,
    variables: (_scene, caller) => ({
      input: { code: `LADDERS_${caller.toUpperCase()}`, name: { en: 'Ladders', zhCN: '梯子' } },
    }),
  },
  draftCourse: {
    for: TRAINERS,
    ids: { courseId: 'public' },
    variables: ({ course }) => ({ courseId: course.course.id }),
  },
  saveCourseDraft: {
    for: TRAINERS,
    ids: { 'input.versionId': 'public', 'input.lessons[].id': 'public' },
    variables: ({ course: { version } }) => ({ input: draftInput(version) }),
  },
  publishCourse: {
    for: TRAINERS,
    ids: { 'input.versionId': 'public' },
    variables: ({ course: { version } }) => ({ input: { versionId: version.id, revision: version.revision } }),
  },
  assignCourse: {
    for: TRAINERS,
    ids: { 'input.courseId': 'public', 'input.providerId': 'public' },
    variables: async ({ api, strangers }) => ({
      input: {
        courseId: (await buildCourse(api.em)).course.id,
        providerId: strangers.provider.provider.id,
        dueOn: '2027-04-01',
        reason: 'RETRAINING',
      },
    }),
  },
  withdrawCourseAssignment: {
    for: TRAINERS,
    ids: { id: { a: 'courseAssignment', everybodysFor: TRAINERS } },
  },
} as const satisfies Rows;
