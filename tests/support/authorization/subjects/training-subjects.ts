import { newId } from '../../../../api/kernel/ids.ts';
import { AssignmentReason, CourseAssignment } from '../../../../api/modules/training/index.ts';
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
} as const satisfies Record<string, Subject>;
