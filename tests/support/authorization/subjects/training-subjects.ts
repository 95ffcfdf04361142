import { newId } from '../../../../api/kernel/ids.ts';
import { AssignmentReason, CourseAssignment } from '../../../../api/modules/training/index.ts';
import { LessonImageUpload } from '../../../../api/modules/training/lesson-image-upload.entity.ts';
import { QuizAttempt } from '../../../../api/modules/training/quiz-attempt.entity.ts';
import { buildCourse } from '../../builders/course.builder.ts';
import { TEST_NOW } from '../../fakes/clock.ts';
import type { Subject } from '../subjects.ts';

export const trainingSubjects = {
  quizAttempt: {
    owners: ['provider'],
    stranger: 'provider',
    make: async ({ api, strangers }, { provider }) => {
      const { course, version } = await buildCourse(api.em);
      const id = newId();
      await api.em.insert(QuizAttempt, {
        id,
        provider: (provider ?? strangers.provider.provider).id,
        course: course.id,
        version: version.id,
        seed: 1,
        drawn: [],
        startedAt: TEST_NOW,
        closesAt: new Date(TEST_NOW.getTime() + 3_600_000),
        submittedAt: null,
        answers: null,
        hasPassed: null,
        certificate: null,
      });
      return id;
    },
  },
  courseAssignment: {
    owners: [],
    stranger: 'provider',
    make: async ({ api, strangers }, { provider }) => {
      const { course } = await buildCourse(api.em);
      const id = newId();
      await api.em.insert(CourseAssignment, {
        id,
        course: course.id,
        provider: (provider ?? strangers.provider.provider).id,
        reason: AssignmentReason.RETRAINING,
        dueOn: '2027-04-01',
        assignedBy: null,
        assignedAt: TEST_NOW,
        completedAt: null,
        withdrawnAt: null,
      });
      return id;
    },
  },
  lessonImageUpload: {
    owners: ['operator', 'administrator'],
    stranger: 'provider',
    make: async ({ api, course }, { account }) => {
      const id = newId();
      await api.em.insert(LessonImageUpload, {
        id,
        course: course.course.id,
        account: account.id,
        bytes: 1_000,
        expiresAt: new Date(TEST_NOW.getTime() + 900_000),
        fileKey: null,
        claimedAt: null,
      });
      return id;
    },
  },
} as const satisfies Record<string, Subject>;
