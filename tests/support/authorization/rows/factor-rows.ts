import type { Rows } from '../matrix-rows.ts';

export const factorRows = {
  mySecondFactors: { for: 'accounts' },
  startTotp: { for: 'accounts', variables: () => ({ input: { name: 'Phone' } }) },
  confirmTotp: {
    for: 'accounts',
    ids: { 'input.appId': { a: 'begunApp' } },
    variables: () => ({ input: { appId: '', code: 'no code' } }),
  },
  completeSecondFactor: {
    for: 'everybody',
    variables: () => ({ input: { challenge: 'none', code: '000000' } }),
  },
  removeSecondFactor: {
    for: 'accounts',
    ids: { 'input.id': { a: 'authenticatorApp' } },
    variables: () => ({ input: { id: '' } }),
  },
  renewRecoveryCodes: { for: 'accounts' },
  resetSecondFactors: {
    for: ['administrator'],
    ids: { 'input.accountId': { a: 'accountWithApp', everybodysFor: ['administrator'] } },
    variables: () => ({ input: { accountId: '', reason: 'Phone lost' } }),
  },
  reauthenticate: { for: 'accounts', variables: () => ({ input: { password: 'not-the-password' } }) },
} as const satisfies Rows;
