import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

export const searchPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'unmet_demand',
      person: 'searcher',
      whose: 'NOBODY',
      exported: { not: 'it says of no row who searched' },
      columns: {
        latitude: { plain: 'demand is counted by area', erased: 'WIPED' },
        longitude: { plain: 'demand is counted by area', erased: 'WIPED' },
      },
      retention: [
        { name: 'place', since: 'at', hours: 90 * 24, then: { wipe: ['latitude', 'longitude'] } },
        { name: 'search', since: 'at', hours: 730 * 24, then: 'DELETE_ROW' },
      ],
    },
  ],
  impersonal: [
    {
      table: 'unmet_demand',
      columns: ['item_ids', 'from_date', 'to_date', 'reason'],
      because: 'what was searched for, not by whom',
    },
  ],
};
