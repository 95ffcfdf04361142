import type { Rows } from '../matrix-rows.ts';

export const accountRows = {
  viewer: { for: 'everybody' },
  demoAccounts: { for: 'everybody' },
  signIn: {
    for: 'everybody',
    variables: () => ({ input: { email: 'nobody@example.org', password: 'not-the-password' } }),
  },
  signUp: {
    for: 'everybody',
    variables: () => ({
      input: { email: 'new@example.org', password: 'short', displayName: 'New', locale: 'en' },
    }),
  },
  signOut: { for: 'everybody' },
  setLocale: { for: 'accounts', variables: () => ({ locale: 'en' }) },
  saveAddress: {
    for: 'accounts',
    ids: { 'input.regionId': 'public' },
    variables: ({ item }) => ({
      input: {
        regionId: item.region,
        label: 'Studio',
        line: '1 Upper Street',
        district: 'Islington',
        latitude: 51.53,
        longitude: -0.1,
      },
    }),
  },
} as const satisfies Rows;
