import type { ModuleDefinition } from '../../platform/module.ts';
import {
  OnboardingGapResolver,
  OnboardingResolver,
  OverseenProviderResolver,
  ProviderOversightResolver,
} from './onboarding.resolver.ts';

export const onboardingModule: ModuleDefinition = {
  name: 'onboarding',
  entities: [],
  resolvers: [OnboardingGapResolver, OnboardingResolver, ProviderOversightResolver, OverseenProviderResolver],
};
