import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadAddress, canReadFactor, canReadTextBudget, canReadViewer } from './accounts.policy.ts';
import type { Viewer } from './accounts.type.ts';
import type { Address } from './address.entity.ts';

const forItsOwner = {
  read: ({ viewer }: RequestContext, factor: { readonly account: string }): boolean => canReadFactor(viewer, factor),
};

export const accountsReadRules: ReadRules = {
  Viewer: { read: ({ viewer }: RequestContext, account: Viewer) => canReadViewer(viewer, account) },
  Address: { read: ({ viewer }: RequestContext, address: Address) => canReadAddress(viewer, address) },
  // The request that signs in is still a visitor's; it is made for nobody but whom it signs in.
  SignedIn: { read: 'carries', vouchesFor: ['viewer'] },
  DemoAccount: 'public',
  VerificationSent: 'carries',
  AddressSaved: 'carries',
  SecondFactors: forItsOwner,
  AuthenticatorApp: forItsOwner,
  TotpStarted: 'carries',
  // As with signing in: whoever had to set one up is a visitor until then.
  TotpConfirmed: { read: 'carries', vouchesFor: ['app'] },
  SecondFactorRemoved: 'carries',
  RecoveryCodesRenewed: 'carries',
  SecondFactorsReset: 'carries',
  Reauthenticated: 'carries',
  CodePromised: 'carries',
  PhoneConfirmed: 'carries',
  PhoneCountry: 'public',
  TextBudget: { read: ({ viewer }: RequestContext) => canReadTextBudget(viewer) },
};
