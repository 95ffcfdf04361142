import { Field, InterfaceType } from 'type-graphql';

/** Base of every business failure: returned as a value, never thrown. */
@InterfaceType({ description: 'A failure that the person asking can do something about.' })
export abstract class UserError {
  @Field(() => String, { description: 'Stable name of the failure, for programs.' })
  readonly code: string;

  @Field(() => String, { description: 'What happened and what to do, in the language of the request.' })
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}
