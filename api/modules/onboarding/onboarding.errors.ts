import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';
import { type Gap } from './domain/checklist.ts';
import { OnboardingGap } from './onboarding.type.ts';

@ObjectType({ implements: UserError, description: 'The checklist is not done. Nothing changed.' })
export class ApplicationIncompleteError extends UserError {
  @Field(() => [OnboardingGap], { description: 'Everything that is missing.' })
  readonly missing: OnboardingGap[];

  constructor(message: string, missing: readonly Gap[], regionId: string) {
    super('INCOMPLETE', message);
    this.missing = missing.map((gap) => ({ ...gap, regionId }));
  }
}
