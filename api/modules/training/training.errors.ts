import { Field, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { ServiceItem } from '../catalog/index.ts';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({ implements: UserError, description: 'The course cannot be saved as it is.' })
export class InvalidCourseError extends UserError {
  @Field(() => String, { description: 'Path of the field to change, e.g. lessons.0.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is no such course or draft, it is published already, or somebody else has saved it since.',
})
export class CourseNotEditableError extends UserError {}

@ObjectType({ description: 'One thing that keeps a draft from being published.' })
export class PublishingProblem {
  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => String, { description: 'Path of the part of the draft, e.g. questions.3.' })
  field!: string;

  @Field(() => String, { description: 'What to do.' })
  message!: string;
}

@ObjectType({ implements: UserError, description: 'The draft is not complete.' })
export class CourseNotPublishableError extends UserError {
  @Field(() => [PublishingProblem], { description: 'Everything that is missing, in the order of the editor.' })
  readonly problems: PublishingProblem[];

  constructor(message: string, problems: PublishingProblem[]) {
    super('INCOMPLETE', message);
    this.problems = problems;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'No such course or provider, nothing published yet, a retired course, a day that is over, or assigned already.',
})
export class CourseNotAssignableError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The course stays in use: there is none with that id, or services ask for its certificate.',
})
export class CourseNotRetirableError extends UserError {
  @Field(() => [ServiceItem], { description: 'Services that ask for it.' })
  readonly requiredBy: ServiceItem[];

  constructor(code: string, message: string, requiredBy: ServiceItem[] = []) {
    super(code, message);
    this.requiredBy = requiredBy;
  }
}

@ObjectType({ implements: UserError, description: 'The file is not, or cannot be, a picture of the course.' })
export class InvalidLessonImageError extends UserError {}

@ObjectType({ implements: UserError, description: 'The course you take has no such lesson.' })
export class UnknownLessonError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'No quiz can be started: no such course, lessons left to read, or no tries left today.',
})
export class QuizNotOpenError extends UserError {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First local day with tries, when none are left today.',
  })
  readonly nextTryOn: string | null;

  constructor(code: string, message: string, nextTryOn: string | null = null) {
    super(code, message);
    this.nextTryOn = nextTryOn;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The quiz takes no answers: no such attempt, its time is over, or it was handed in with other answers.',
})
export class QuizClosedError extends UserError {}
