import { newId } from '../../../../api/kernel/ids.ts';
import type { Rows } from '../matrix-rows.ts';

const input = { phone: '07700 900123', country: 'GB' };

export const phoneRows = {
  phoneCountries: { for: 'everybody' },
  textBudget: { for: ['operator'] },
  requestSignInCode: { for: 'everybody', variables: () => ({ input }) },
  signInWithCode: {
    for: 'everybody',
    // The code of a sign-in belongs to nobody until it is given.
    ids: { 'input.requestId': 'public' },
    variables: () => ({ input: { requestId: newId(), code: '000000' } }),
  },
  requestPhoneChange: { for: 'accounts', variables: () => ({ input }) },
  confirmPhone: {
    for: 'accounts',
    ids: { 'input.requestId': { a: 'phoneCode' } },
    variables: () => ({ input: { requestId: '', code: 'no code' } }),
  },
  removePhone: { for: 'accounts' },
} as const satisfies Rows;
