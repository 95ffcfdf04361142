import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { isOwnProvider } from '../providers/index.ts';
import type { LessonImage } from './lesson-image.entity.ts';
import { canReadImage } from './lesson-image-source.ts';
import { canAuthorCourses } from './training.policy.ts';

interface OfProvider {
  readonly provider: string;
}

const forAuthors = { read: ({ viewer }: RequestContext): boolean => canAuthorCourses(viewer) };
const forTheProvider = {
  read: async (context: RequestContext, { provider }: OfProvider): Promise<boolean> => isOwnProvider(context, provider),
};
const forBoth = {
  read: async (context: RequestContext, { provider }: OfProvider): Promise<boolean> =>
    canAuthorCourses(context.viewer) || isOwnProvider(context, provider),
};

export const trainingReadRules: ReadRules = {
  Course: 'public',
  AuthoredCourse: forAuthors,
  CourseVersion: forAuthors,
  AuthoredLesson: { partOf: ['CourseVersion'] },
  AuthoredQuestion: { partOf: ['CourseVersion'] },
  AuthoredOption: { partOf: ['AuthoredQuestion'] },
  PublishingProblem: { partOf: ['CourseNotPublishableError'] },
  CourseCandidate: forAuthors,
  CourseEvent: forAuthors,
  LessonImage: {
    read: async (context: RequestContext, image: LessonImage) =>
      context.viewer !== null && canReadImage(context, context.viewer, image),
  },
  LessonImageUploadCreated: 'carries',
  LessonImageAdded: 'carries',
  CourseDraftDiscarded: 'carries',
  CourseRetired: 'carries',
  CourseReinstated: 'carries',
  CourseAssignment: {
    ...forBoth,
    fields: { assignedBy: ({ viewer }: RequestContext) => canAuthorCourses(viewer) },
  },
  Certificate: forBoth,
  MyCourse: forTheProvider,
  CourseLesson: { partOf: ['MyCourse'] },
  QuizAttempt: forTheProvider,
  QuizResult: { partOf: ['QuizAttempt'] },
  QuizAnswerReview: { partOf: ['QuizResult'] },
  QuizQuestion: { partOf: ['QuizAttempt', 'QuizAnswerReview'] },
  QuizOption: { partOf: ['QuizQuestion'] },
  CourseCreated: 'carries',
  CourseDrafted: 'carries',
  CourseDraftSaved: 'carries',
  CoursePublished: 'carries',
  CourseAssigned: 'carries',
  LessonFinished: 'carries',
  QuizStarted: 'carries',
  QuizGraded: 'carries',
};
