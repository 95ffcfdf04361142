import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { isOwnProvider } from '../providers/index.ts';
import type { Onboarding } from './onboarding.type.ts';

const forOperators = { read: ({ viewer }: RequestContext): boolean => hasRole(viewer, Role.OPERATOR) };

export const onboardingReadRules: ReadRules = {
  Onboarding: {
    read: async (context: RequestContext, { provider }: Onboarding): Promise<boolean> =>
      isOwnProvider(context, provider.id),
  },
  OnboardingStep: { partOf: ['Onboarding', 'OverseenProvider'] },
  OnboardingGap: { partOf: ['OnboardingStep', 'ApplicationIncompleteError'] },
  OverseenProvider: forOperators,
  ProviderReasonCode: forOperators,
  ApplicationSubmitted: 'carries',
  ProviderLeft: 'carries',
  ProviderDecided: 'carries',
};
