import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const OF_PROVIDER = { through: 'provider', by: 'provider_id' } as const;

export const qualityPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'level_change',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'levelChanges',
      columns: { figures: { plain: 'counts and shares that the level came from' } },
      alongside: ['from', 'to', 'at'],
      deletedWhole: true,
    },
    {
      table: 'level_run',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'daysBelowLevel',
      columns: {},
      alongside: ['below_since'],
      deletedWhole: true,
    },
    {
      table: 'incident',
      person: 'holder',
      whose: OF_PROVIDER,
      exported: 'incidents',
      columns: {},
      alongside: ['booking_id', 'kind', 'at'],
      deletedWhole: true,
    },
  ],
  impersonal: [],
};
