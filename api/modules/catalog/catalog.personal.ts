import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const CATALOGUE = 'the catalogue, the same for everybody';

export const catalogPersonalData: PersonalDataOfModule = {
  tables: [],
  impersonal: [
    { table: 'holiday', columns: ['date', 'name'], because: CATALOGUE },
    { table: 'place', columns: ['name', 'latitude', 'longitude'], because: 'neighbourhoods to search by' },
    {
      table: 'region',
      columns: ['code', 'name', 'currency', 'time_zone', 'locale', 'latitude', 'longitude', 'rules'],
      because: CATALOGUE,
    },
    { table: 'service_category', columns: ['code', 'name', 'icon'], because: CATALOGUE },
    {
      table: 'service_item',
      columns: [
        'code',
        'name',
        'description',
        'included',
        'not_included',
        'icon',
        'venues',
        'price_model',
        'unit_name',
        'units',
        'required_credential_codes',
        'required_course_code',
        'minimum_level',
        'search_text',
      ],
      because: CATALOGUE,
    },
    { table: 'service_option', columns: ['name', 'currency'], because: CATALOGUE },
  ],
};
