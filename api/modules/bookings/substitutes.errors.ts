import { ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({
  implements: UserError,
  description: 'This person cannot come any more. Nothing changed; look at the proposals anew.',
})
export class SubstituteUnavailableError extends UserError {}

@ObjectType({
  implements: UserError,
  description:
    'Nobody is sought for this visit any more: somebody was chosen, it was paid back, or the provider comes.',
})
export class SubstitutionOverError extends UserError {}
