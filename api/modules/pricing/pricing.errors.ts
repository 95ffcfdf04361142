import { Field, ObjectType } from 'type-graphql';
import type { InputProblem } from '../../kernel/input-problem.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({
  implements: UserError,
  description: 'The visit cannot be as asked for: an item, unit, option, time or place does not fit.',
})
export class InvalidVisitError extends UserError {
  @Field(() => String, { description: 'Path of the input field to change, e.g. items[0].units.' })
  readonly field: string;

  constructor(code: string, message: string, field: string) {
    super(code, message);
    this.field = field;
  }

  static of(context: Pick<RequestContext, 'locale'>, problem: InputProblem): InvalidVisitError {
    return new InvalidVisitError(problem.code, say(context, problem.message), problem.field);
  }
}
