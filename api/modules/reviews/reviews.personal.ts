import { KEPT } from '../../platform/kept-data.ts';
import type { PersonalDataOfModule } from '../../platform/personal-data.ts';

const PUBLISHED = 'published with the review';
const FACTS = ['booking_id', 'rating', 'punctuality', 'quality', 'care', 'value', 'item_name', 'created_at'];

export const reviewsPersonalData: PersonalDataOfModule = {
  tables: [
    {
      table: 'review',
      person: 'author',
      whose: { account: 'author_id' },
      exported: 'reviewsWritten',
      columns: {
        text: { plain: PUBLISHED, erased: 'WIPED' },
        author_name: { plain: PUBLISHED, erased: { becomes: `'Former household'` } },
        rating: { plain: PUBLISHED, erased: { kept: KEPT.ratings } },
      },
      alongside: FACTS.filter((column) => column !== 'rating'),
      shown: { provider: { by: 'provider_id', table: 'provider', column: 'display_name' } },
    },
    {
      table: 'review',
      person: 'provider',
      whose: { through: 'provider', by: 'provider_id' },
      exported: 'reviewsReceived',
      columns: {
        text: { plain: PUBLISHED, erased: { kept: KEPT.received } },
        author_name: { plain: PUBLISHED, erased: { kept: KEPT.received } },
      },
      alongside: FACTS,
    },
  ],
  impersonal: [],
};
