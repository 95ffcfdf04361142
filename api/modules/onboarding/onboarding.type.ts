import { Field, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { OwnProfile, ProviderActName, ProviderNotMovedError } from '../providers/index.ts';
import { type Provider } from '../providers/index.ts';
import { type StepStanding } from './domain/checklist.ts';

export enum OnboardingStepCode {
  PROFILE = 'PROFILE',
  SERVICES = 'SERVICES',
  HOURS = 'HOURS',
  CREDENTIALS = 'CREDENTIALS',
  COURSES = 'COURSES',
  PAYOUT = 'PAYOUT',
  APPROVAL = 'APPROVAL',
}
registerEnumType(OnboardingStepCode, {
  name: 'OnboardingStepCode',
  description: 'A step of becoming a provider.',
  valuesConfig: {
    PROFILE: { description: 'The résumé.' },
    SERVICES: { description: 'Services, prices and area.' },
    HOURS: { description: 'Working hours.' },
    CREDENTIALS: { description: 'What the chosen services require.' },
    COURSES: { description: 'Courses that the chosen services require.' },
    PAYOUT: { description: 'Where earnings go.' },
    APPROVAL: { description: 'The decision of an operator.' },
  },
});

export enum OnboardingStepState {
  DONE = 'DONE',
  WAITING = 'WAITING',
  TODO = 'TODO',
}
registerEnumType(OnboardingStepState, {
  name: 'OnboardingStepState',
  description: 'Whose turn it is with a step.',
  valuesConfig: {
    DONE: { description: 'Nothing is missing.' },
    WAITING: { description: 'Somebody else has to look at it.' },
    TODO: { description: 'Something is missing.' },
  },
});

@ObjectType({ description: 'One thing that a step lacks.' })
export class OnboardingGap {
  @Field(() => String, { description: 'Stable name of what is missing.' })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the item, credential type or course it is about; null where it is about the provider.',
  })
  subject!: string | null;

  /** Where the codes of items belong. */
  regionId!: string;
}

@ObjectType({ description: 'One step of the checklist.' })
export class OnboardingStep {
  @Field(() => OnboardingStepCode, { description: 'Which step.' })
  step!: OnboardingStepCode;

  @Field(() => OnboardingStepState, { description: 'Whose turn it is.' })
  state!: OnboardingStepState;

  @Field(() => [OnboardingGap], { description: 'What it lacks.' })
  gaps!: OnboardingGap[];
}

@ObjectType({ description: 'How far you are on the way to your first booking.' })
export class Onboarding {
  provider!: Provider;
  standing!: readonly StepStanding[];

  @Field(() => Boolean, { description: 'Whether the application can be handed in now.' })
  canSubmit!: boolean;
}

/** The same row as a Provider; what only operators may see of it hangs here and nowhere else. */
@ObjectType({ description: 'A provider as operators see them.' })
export class OverseenProvider {
  provider!: Provider;
}

@ObjectType({ description: 'A page of providers.' })
export class OverseenProviderConnection extends connectionType(OverseenProvider, 'OverseenProvider') {}

@ObjectType({ description: 'A reason that a decision about a provider can name.' })
export class ProviderReasonCode {
  @Field(() => ProviderActName, { description: 'The decision it is for.' })
  act!: ProviderActName;

  @Field(() => String, { description: 'Stable name.' })
  code!: string;

  @Field(() => String, { description: 'What the provider reads.' })
  label!: string;
}

export enum ProviderSort {
  JOINED = 'JOINED',
  WAITING = 'WAITING',
  NAME = 'NAME',
  LEVEL = 'LEVEL',
  VISITS = 'VISITS',
  RATING = 'RATING',
}
registerEnumType(ProviderSort, {
  name: 'ProviderListSort',
  description: 'What the list of providers is ordered by.',
  valuesConfig: {
    JOINED: { description: 'When they applied.' },
    WAITING: { description: 'Since when they wait for an answer.' },
    NAME: { description: 'Their public name.' },
    LEVEL: { description: 'Their level.' },
    VISITS: { description: 'Visits completed.' },
    RATING: { description: 'Lower end of their rating.' },
  },
});

@ObjectType({ description: 'The application is handed in.' })
export class ApplicationSubmitted {
  @Field(() => OwnProfile, { description: 'Your résumé as it is now.' })
  profile!: OwnProfile;
}

@ObjectType({ description: 'You take part no longer.' })
export class ProviderLeft {
  @Field(() => OwnProfile, { description: 'Your résumé as it is kept.' })
  profile!: OwnProfile;
}

@ObjectType({ description: 'The decision is made and the provider is told.' })
export class ProviderDecided {
  @Field(() => OverseenProvider, { description: 'The provider as they stand now.' })
  provider!: OverseenProvider;
}

export const LeaveAsProviderResult = createUnionType({
  name: 'LeaveAsProviderResult',
  description: 'What comes of leaving.',
  types: () => [ProviderLeft, ProviderNotMovedError] as const,
  resolveType: (value) => ('profile' in value ? ProviderLeft : ProviderNotMovedError),
});
