import type { ModuleDefinition } from '../../platform/module.ts';
import { OnboardingResolver, OverseenProviderResolver, ProviderOversightResolver } from './onboarding.resolver.ts';

export const onboardingModule: ModuleDefinition = {
  name: 'onboarding',
  entities: [],
  resolvers: [OnboardingResolver, ProviderOversightResolver, OverseenProviderResolver],
};
