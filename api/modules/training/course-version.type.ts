import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { connectionType } from '../../platform/connection.ts';
import { LocalizedTextType } from '../../platform/localized-text.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { CourseVersion } from './course-version.entity.ts';
import type { Course } from './course.entity.ts';
import { QuestionKindEnum } from './question-kind.ts';
import {
  CourseNotEditableError,
  CourseNotPublishableError,
  CourseNotRetirableError,
  InvalidCourseError,
} from './training.errors.ts';

@ObjectType({ description: 'A lesson as its authors see it.' })
export class AuthoredLesson {
  @Field(() => ID, { description: 'Stays the same from version to version as long as the words do.' })
  id!: string;

  @Field(() => LocalizedTextType, { description: 'Title.' })
  title!: LocalizedTextType;

  @Field(() => LocalizedTextType, { description: 'Words in Markdown.' })
  body!: LocalizedTextType;
}

@ObjectType({ description: 'An answer as its authors see it.' })
export class AuthoredOption {
  @Field(() => ID, { description: 'Identifies the answer.' })
  id!: string;

  @Field(() => LocalizedTextType, { description: 'Words.' })
  text!: LocalizedTextType;

  @Field(() => Boolean, { description: 'Whether it is right.' })
  correct!: boolean;
}

@ObjectType({ description: 'A question of the bank as its authors see it. Only operators read this type.' })
export class AuthoredQuestion {
  @Field(() => ID, { description: 'Identifies the question.' })
  id!: string;

  @Field(() => QuestionKindEnum, { description: 'One right answer or several.' })
  kind!: 'SINGLE' | 'MULTIPLE';

  @Field(() => LocalizedTextType, { description: 'The question.' })
  prompt!: LocalizedTextType;

  @Field(() => [AuthoredOption], { description: 'What can be chosen.' })
  options!: AuthoredOption[];

  @Field(() => LocalizedTextType, { description: 'Shown after grading.' })
  explanation!: LocalizedTextType;
}

@ObjectType({ description: 'A course with all its versions, for those who write it. Only operators read this type.' })
export class AuthoredCourse {
  @Field(() => ID, { description: 'Identifies the course.' })
  id!: string;

  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => String, { description: 'Name in the language of the request.' })
  name!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when nobody new takes it; null while it is in use.',
  })
  retiredAt!: Date | null;
}

/** The course as its authors read it in the language of the request. */
export function toAuthoredCourse(
  { id, code, name, retiredAt }: Pick<Course, 'id' | 'code' | 'name' | 'retiredAt'>,
  { locale }: Pick<RequestContext, 'locale'>,
): AuthoredCourse {
  return { id, code, retiredAt, name: localize(name, locale) };
}

@ObjectType({ description: 'A page of courses.' })
export class AuthoredCourseConnection extends connectionType(AuthoredCourse, 'AuthoredCourse') {}

@ObjectType({ description: 'The course exists, with an empty draft.' })
export class CourseCreated {
  @Field(() => AuthoredCourse, { description: 'The course.' })
  course!: AuthoredCourse;
}

@ObjectType({ description: 'There is a draft to write in.' })
export class CourseDrafted {
  @Field(() => CourseVersion, { description: 'The draft.' })
  draft!: CourseVersion;
}

@ObjectType({ description: 'The draft is saved.' })
export class CourseDraftSaved {
  @Field(() => CourseVersion, { description: 'The draft as it is now.' })
  saved!: CourseVersion;
}

@ObjectType({ description: 'The draft is what providers take from now on.' })
export class CoursePublished {
  @Field(() => CourseVersion, { description: 'The published version.' })
  published!: CourseVersion;
}

@ObjectType({ description: 'The draft is gone; what is published stays as it is.' })
export class CourseDraftDiscarded {
  @Field(() => AuthoredCourse, { description: 'The course without it.' })
  courseWithoutDraft!: AuthoredCourse;
}

@ObjectType({ description: 'Nobody new takes the course from now on; its certificates hold until they end.' })
export class CourseRetired {
  @Field(() => AuthoredCourse, { description: 'The course.' })
  retired!: AuthoredCourse;
}

@ObjectType({ description: 'The course can be taken and assigned again.' })
export class CourseReinstated {
  @Field(() => AuthoredCourse, { description: 'The course.' })
  reinstated!: AuthoredCourse;
}

export const DiscardCourseDraftResult = createUnionType({
  name: 'DiscardCourseDraftResult',
  description: 'What comes of throwing a draft away.',
  types: () => [CourseDraftDiscarded, CourseNotEditableError] as const,
  resolveType: (value) => ('courseWithoutDraft' in value ? CourseDraftDiscarded : CourseNotEditableError),
});

export const RetireCourseResult = createUnionType({
  name: 'RetireCourseResult',
  description: 'What comes of retiring a course.',
  types: () => [CourseRetired, CourseNotRetirableError] as const,
  resolveType: (value) => ('retired' in value ? CourseRetired : CourseNotRetirableError),
});

export const ReinstateCourseResult = createUnionType({
  name: 'ReinstateCourseResult',
  description: 'What comes of bringing a course back.',
  types: () => [CourseReinstated, CourseNotRetirableError] as const,
  resolveType: (value) => ('reinstated' in value ? CourseReinstated : CourseNotRetirableError),
});

export const CreateCourseResult = createUnionType({
  name: 'CreateCourseResult',
  description: 'What comes of creating a course.',
  types: () => [CourseCreated, InvalidCourseError] as const,
  resolveType: (value) => ('course' in value ? CourseCreated : InvalidCourseError),
});

export const DraftCourseResult = createUnionType({
  name: 'DraftCourseResult',
  description: 'What comes of asking for a draft.',
  types: () => [CourseDrafted, CourseNotEditableError] as const,
  resolveType: (value) => ('draft' in value ? CourseDrafted : CourseNotEditableError),
});

export const SaveCourseDraftResult = createUnionType({
  name: 'SaveCourseDraftResult',
  description: 'What comes of saving a draft.',
  types: () => [CourseDraftSaved, InvalidCourseError, CourseNotEditableError] as const,
  resolveType: (value) =>
    'saved' in value ? CourseDraftSaved : 'field' in value ? InvalidCourseError : CourseNotEditableError,
});

export const PublishCourseResult = createUnionType({
  name: 'PublishCourseResult',
  description: 'What comes of publishing a draft.',
  types: () => [CoursePublished, CourseNotPublishableError, CourseNotEditableError] as const,
  resolveType: (value) =>
    'published' in value ? CoursePublished : 'problems' in value ? CourseNotPublishableError : CourseNotEditableError,
});
