import type { Rows } from '../matrix-rows.ts';

export const privacyRows = {
  myDataExports: { for: 'accounts' },
  erasurePreview: { for: 'accounts' },
  exportMyData: { for: 'accounts' },
  eraseMyAccount: {
    for: 'accounts',
    variables: () => ({ input: { password: 'not-the-password', confirmation: 'Nobody' } }),
  },
  cancelErasure: { for: 'accounts' },
  consentTexts: { for: 'everybody' },
  giveConsent: { for: 'accounts', variables: () => ({ input: { purpose: 'MARKETING', version: '2000-01-01' } }) },
  withdrawConsent: { for: 'accounts', variables: () => ({ purpose: 'MARKETING' }) },
} as const satisfies Rows;
