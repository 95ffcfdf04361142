import { newId } from '../../../../api/kernel/ids.ts';
import type { Rows } from '../matrix-rows.ts';

const managed = { a: 'managedAccount', everybodysFor: ['administrator'] } as const;
const asked = {
  for: ['administrator'],
  ids: { 'input.accountId': managed },
  variables: () => ({ input: { reason: 'asked' } }),
} as const;

export const accountRows = {
  accounts: { for: ['administrator'] },
  account: { for: ['administrator'], ids: { id: managed } },
  banAccount: asked,
  liftBan: asked,
  signOutEverywhere: asked,
  sendPasswordReset: asked,
  changeRoles: {
    for: ['administrator'],
    ids: { 'input.accountId': managed },
    variables: () => ({ input: { grant: ['PROVIDER'], revoke: [], reason: 'asked' } }),
  },
  mySessions: { for: 'accounts' },
  revokeSession: { for: 'accounts', ids: { id: { a: 'session' } } },
  revokeOtherSessions: { for: 'accounts' },
  changePassword: {
    for: 'accounts',
    variables: () => ({ input: { currentPassword: 'not-the-password', newPassword: 'seven quiet green lamps' } }),
  },
  requestEmailChange: { for: 'accounts', variables: () => ({ input: { newEmail: `${newId()}@example.org` } }) },
  confirmEmailChange: { for: 'everybody', variables: () => ({ token: 'made-up' }) },
  verifyEmail: { for: 'everybody', variables: () => ({ input: { token: 'made-up' } }) },
  requestPasswordReset: { for: 'everybody', variables: () => ({ input: { email: `${newId()}@example.org` } }) },
  resetPassword: {
    for: 'everybody',
    variables: () => ({ input: { token: 'made-up', password: 'seven quiet green lamps' } }),
  },
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
  myHousehold: { for: 'accounts' },
  invitation: { for: 'everybody', variables: () => ({ token: 'none' }) },
  inviteMember: {
    for: 'accounts',
    variables: () => ({ input: { email: `${newId()}@example.org`, role: 'MEMBER' } }),
  },
  acceptInvitation: { for: 'accounts', variables: () => ({ token: 'none' }) },
  declineInvitation: { for: 'everybody', variables: () => ({ token: 'none' }) },
  revokeInvitation: { for: 'accounts', ids: { invitationId: { a: 'invitation' } } },
  changeMemberRole: {
    for: 'accounts',
    ids: { memberId: { a: 'member' } },
    variables: () => ({ role: 'MANAGER' }),
  },
  removeMember: { for: 'accounts', ids: { memberId: { a: 'member' } } },
  leaveHousehold: { for: 'accounts' },
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
