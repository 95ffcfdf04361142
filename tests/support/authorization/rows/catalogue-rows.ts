import type { Rows } from '../matrix-rows.ts';

const items = { 'input.items[].itemId': 'public', 'input.items[].optionIds[]': 'public' } as const;
const days = { from: '2027-03-15', to: '2027-03-16' };

export const catalogueRows = {
  regions: { for: 'everybody' },
  serviceCategories: {
    for: 'everybody',
    ids: { regionId: 'public' },
    variables: ({ item }) => ({ regionId: item.region }),
  },
  serviceItems: {
    for: 'everybody',
    ids: { regionId: 'public' },
    variables: ({ item }) => ({ regionId: item.region }),
  },
  serviceItem: { for: 'everybody', ids: { id: 'public' }, variables: ({ item }) => ({ id: item.id }) },
  provider: {
    for: 'everybody',
    ids: { id: 'public' },
    variables: ({ strangers }) => ({ id: strangers.provider.provider.id }),
  },
  searchProviders: {
    for: 'everybody',
    ids: { ...items, 'input.regionId': 'public', 'input.place.addressId': { a: 'address' } },
    variables: ({ item }) => ({
      input: { regionId: item.region, items: [{ itemId: item.id, units: 2 }], place: {}, ...days },
    }),
  },
  availableSlots: {
    for: 'everybody',
    ids: { ...items, 'input.providerId': 'public', 'input.place.addressId': { a: 'address' } },
    variables: ({ item, strangers }) => ({
      input: {
        providerId: strangers.provider.provider.id,
        items: [{ itemId: item.id, units: 2 }],
        place: {},
        ...days,
      },
    }),
  },
  quoteVisit: {
    for: 'everybody',
    ids: { ...items, 'input.providerId': 'public', 'input.place.addressId': { a: 'address', isRead: false } },
    variables: ({ item, strangers }) => ({
      input: { providerId: strangers.provider.provider.id, items: [{ itemId: item.id, units: 2 }], place: {} },
    }),
  },
} as const satisfies Rows;
