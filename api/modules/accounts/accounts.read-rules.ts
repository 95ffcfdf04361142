import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { DeviceSession } from './account-security.type.ts';
import {
  canReadAddress,
  canReadDeviceSession,
  canReadFactor,
  canReadManagedAccount,
  canReadViewer,
  canSeeTextBudget,
} from './accounts.policy.ts';
import type { Viewer } from './accounts.type.ts';
import type { HouseholdInvitation } from './household-invitation.entity.ts';
import { householdRoleOn, runsHousehold } from './household.policy.ts';
import type { Household } from './household.type.ts';
import type { Address } from './address.entity.ts';

const forItsOwner = {
  read: ({ viewer }: RequestContext, factor: { readonly account: string }): boolean => canReadFactor(viewer, factor),
};

export const accountsReadRules: ReadRules = {
  Viewer: { read: ({ viewer }: RequestContext, account: Viewer) => canReadViewer(viewer, account) },
  Address: { read: ({ viewer }: RequestContext, address: Address) => canReadAddress(viewer, address) },
  // The request that signs in is still a visitor's; it is made for nobody but whom it signs in.
  SignedIn: { read: 'carries', vouchesFor: ['viewer'] },
  DeviceSession: {
    read: ({ viewer }: RequestContext, session: DeviceSession) => canReadDeviceSession(viewer, session),
  },
  ManagedAccount: { read: ({ viewer }: RequestContext) => canReadManagedAccount(viewer) },
  AccountChanged: 'carries',
  PasswordChanged: 'carries',
  EmailChanged: 'carries',
  DemoAccount: 'public',
  VerificationSent: 'carries',
  AddressSaved: 'carries',
  ConsentText: 'public',
  ConsentStanding: { partOf: ['Viewer', 'ConsentKept'] },
  ConsentRecord: { partOf: ['ConsentStanding'] },
  ConsentKept: 'carries',
  PhoneCountry: 'public',
  TextBudget: { read: ({ viewer }: RequestContext) => canSeeTextBudget(viewer) },
  CodePromised: 'carries',
  PhoneConfirmed: 'carries',
  Household: { read: ({ viewer }: RequestContext, { id }: Household) => viewer?.householdId === id },
  HouseholdPerson: { partOf: ['Household'] },
  HouseholdInvitation: {
    read: ({ viewer }: RequestContext, invitation: HouseholdInvitation) =>
      runsHousehold(householdRoleOn(viewer, invitation.household)),
  },
  // Whoever has the token that came by e-mail.
  InvitationPreview: 'carries',
  MemberInvited: 'carries',
  HouseholdJoined: 'carries',
  SecondFactors: forItsOwner,
  AuthenticatorApp: forItsOwner,
  Passkey: forItsOwner,
  PasskeyRequest: 'carries',
  PasskeyRegistrationStarted: 'carries',
  PasskeyRegistered: 'carries',
  PasskeyRenamed: 'carries',
  TotpStarted: 'carries',
  // As with signing in: whoever had to set one up is a visitor until then.
  TotpConfirmed: { read: 'carries', vouchesFor: ['app'] },
  SecondFactorRemoved: 'carries',
  RecoveryCodesRenewed: 'carries',
  SecondFactorsReset: 'carries',
  Reauthenticated: 'carries',
};
