import type { ModuleDefinition } from '../../platform/module.ts';
import { onboardingReadRules } from './onboarding.read-rules.ts';
import {
  OnboardingGapResolver,
  OnboardingResolver,
  OverseenProviderResolver,
  ProviderOversightResolver,
} from './onboarding.resolver.ts';

export const onboardingModule: ModuleDefinition = {
  name: 'onboarding',
  readRules: onboardingReadRules,
  entities: [],
  resolvers: [OnboardingGapResolver, OnboardingResolver, ProviderOversightResolver, OverseenProviderResolver],
};
