import type { ModuleDefinition } from '../../platform/module.ts';
import { BusinessManager } from './business-manager.entity.ts';
import { Business } from './business.entity.ts';
import { Offering } from './offering.entity.ts';
import { OwnProfileFieldsResolver, OwnProfileResolver, ProviderTransitionResolver } from './own-profile.resolver.ts';
import { PayoutAccount, SEALED_PAYOUT_ACCOUNT } from './payout-account.entity.ts';
import { ProviderTransition } from './provider-transition.entity.ts';
import { Provider } from './provider.entity.ts';
import { OfferingResolver, ProviderResolver, ViewerProviderResolver } from './provider.resolver.ts';
import { PAYOUT_CHANGED, PROVIDER_MOVED } from './providers.events.ts';
import { providersPersonalData } from './providers.personal.ts';
import { providersReadRules } from './providers.read-rules.ts';

export const providersModule: ModuleDefinition = {
  name: 'providers',
  readRules: providersReadRules,
  personal: providersPersonalData,
  entities: [Business, BusinessManager, Provider, Offering, ProviderTransition, PayoutAccount],
  sealed: [SEALED_PAYOUT_ACCOUNT],
  resolvers: [
    ProviderResolver,
    OfferingResolver,
    ViewerProviderResolver,
    OwnProfileResolver,
    OwnProfileFieldsResolver,
    ProviderTransitionResolver,
  ],
  facts: [PROVIDER_MOVED, PAYOUT_CHANGED],
};
