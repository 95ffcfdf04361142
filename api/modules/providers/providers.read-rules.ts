import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import { isOwnProvider } from './own-provider.ts';
import type { OwnProfile, OwnService } from './own-profile.type.ts';
import type { ProviderTransition } from './provider-transition.entity.ts';

const forTheProvider = {
  read: async (context: RequestContext, { provider }: OwnProfile | OwnService): Promise<boolean> =>
    isOwnProvider(context, provider.id),
};

/** The résumé is public; which providers anyone can ask for is decided where they are asked for. */
export const providersReadRules: ReadRules = {
  Provider: 'public',
  Offering: 'public',
  RatingSummary: 'public',
  OwnProfile: forTheProvider,
  OwnService: forTheProvider,
  PayoutSummary: { partOf: ['OwnProfile'] },
  ProviderTransition: {
    read: async (context: RequestContext, { provider }: ProviderTransition): Promise<boolean> =>
      hasRole(context.viewer, Role.OPERATOR) || isOwnProvider(context, provider),
  },
  ProviderApplied: 'carries',
  ProviderProfileSaved: 'carries',
  ProviderMoved: 'carries',
};
