import type { PersonalDataOfModule } from '../../platform/personal-data.ts';
import { providersOnLeaving } from './leave-providers.ts';

const RESUME = 'the public résumé';
const inBothLanguages = (en: string, zh: string): string => `jsonb_build_object('en', '${en}', 'zh-CN', '${zh}')`;
const NOTHING = inBothLanguages('', '');

export const providersPersonalData: PersonalDataOfModule = {
  handler: providersOnLeaving,
  tables: [
    {
      table: 'provider',
      person: 'holder',
      whose: { account: 'account_id' },
      exported: 'provider',
      columns: {
        display_name: { plain: RESUME, erased: { becomes: inBothLanguages('Former provider', '已注销的服务者') } },
        headline: { plain: RESUME, erased: { becomes: NOTHING } },
        about: { plain: RESUME, erased: { becomes: NOTHING } },
        specialities: { plain: RESUME, erased: { becomes: `'[]'::jsonb` } },
        languages: { plain: RESUME, erased: { becomes: `'{}'::text[]` } },
        gender: { plain: RESUME, erased: { becomes: `'OTHER'` } },
        portrait_seed: { plain: RESUME, erased: { becomes: '0' } },
        years_experience: { plain: RESUME, erased: { becomes: '0' } },
        latitude: {
          plain: 'travel and the service area are computed with it',
          erased: { becomes: '(select region.latitude from region where region.id = provider.region_id)' },
        },
        longitude: {
          plain: 'travel and the service area are computed with it',
          erased: { becomes: '(select region.longitude from region where region.id = provider.region_id)' },
        },
        travel_mode: { plain: 'travel is computed with it', erased: { becomes: `'CAR'` } },
      },
      alongside: [
        'status',
        'level',
        'service_radius_metres',
        'has_studio',
        'instant_booking',
        'completed_visits',
        'on_time_share',
        'rating_count',
        'rating_mean',
        'rating_lower',
        'rating_upper',
        'created_at',
      ],
    },
    {
      table: 'provider_transition',
      person: 'holder',
      whose: { through: 'provider', by: 'provider_id' },
      exported: 'providerSteps',
      columns: { note: { plain: 'both sides read why somebody takes part or not', erased: 'WIPED' } },
      alongside: ['act', 'from', 'to', 'actor_role', 'reason_code', 'at'],
    },
    {
      table: 'payout_account',
      person: 'holder',
      whose: { through: 'provider', by: 'provider_id' },
      exported: 'payoutAccount',
      columns: { holder: {}, number: {} },
      alongside: ['kind', 'saved_at'],
      deletedWhole: true,
    },
    {
      table: 'business_manager',
      person: 'manager',
      whose: { account: 'account_id' },
      exported: 'managedBusinesses',
      columns: {},
      alongside: ['since'],
      shown: { business: { by: 'business_id', table: 'business', column: 'name' } },
    },
  ],
  impersonal: [{ table: 'business', columns: ['name'], because: 'the public name of a firm' }],
};
