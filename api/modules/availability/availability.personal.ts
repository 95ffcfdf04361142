import { KEPT } from '../../platform/kept-data.ts';
import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const OF_PROVIDER = { through: 'provider', by: 'provider_id' } as const;
const COMPUTED = 'travel to the visits around it is computed with it';
/** Two decimals of a degree: a cell of about a kilometre. */
const COARSE = { latitude: 'round(latitude::numeric, 2)::float8', longitude: 'round(longitude::numeric, 2)::float8' };

export const availabilityPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'working_span',
      person: 'provider',
      whose: OF_PROVIDER,
      exported: 'workingHours',
      columns: {},
      alongside: ['weekday', 'start', 'end', 'weeks'],
      deletedWhole: true,
    },
    {
      table: 'hours_exception',
      person: 'provider',
      whose: OF_PROVIDER,
      exported: 'hoursExceptions',
      columns: {},
      alongside: ['date', 'spans'],
      deletedWhole: true,
    },
    {
      table: 'time_off',
      person: 'provider',
      whose: OF_PROVIDER,
      exported: 'timeOff',
      columns: { reason: { plain: 'a word of the provider to themselves; nobody else is shown it' } },
      alongside: ['starts_at', 'ends_at'],
      deletedWhole: true,
    },
    {
      table: 'reservation',
      person: 'household',
      whose: { through: 'booking', person: 'household', by: 'id', to: 'reservation_id' },
      exported: { not: 'the time and place of a booking, which is there' },
      columns: {
        latitude: { plain: COMPUTED, erased: { becomes: COARSE.latitude } },
        longitude: { plain: COMPUTED, erased: { becomes: COARSE.longitude } },
      },
      alongside: ['state'],
      retention: [{ name: 'place', since: 'ends_at', hours: 180 * 24, then: { becomes: COARSE } }],
    },
    {
      table: 'reservation',
      person: 'provider',
      whose: OF_PROVIDER,
      exported: { not: 'the time and place of a booking, which is there' },
      columns: {
        latitude: { plain: COMPUTED, erased: { kept: KEPT.books } },
        longitude: { plain: COMPUTED, erased: { kept: KEPT.books } },
      },
    },
  ],
  impersonal: [],
};
