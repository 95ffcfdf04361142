import type { ModuleDefinition } from '../../platform/module.ts';
import { Account, SEALED_ACCOUNT } from './account.entity.ts';
import { AccountSecurityResolver } from './account-security.resolver.ts';
import { AccountsResolver, DemoAccountResolver } from './accounts.resolver.ts';
import { AddressResolver } from './address.resolver.ts';
import { Address, SEALED_ADDRESS } from './address.entity.ts';
import { AddressRequest, SEALED_ADDRESS_REQUEST } from './address-request.entity.ts';
import { AuthenticatorApp, SEALED_AUTHENTICATOR_APP } from './authenticator-app.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { PasskeyChallenge } from './passkey-challenge.entity.ts';
import { PasskeysResolver } from './passkeys.resolver.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { SecondFactorsResolver } from './second-factors.resolver.ts';
import { AccountMessage, SEALED_ACCOUNT_MESSAGE } from './account-message.entity.ts';
import { AccountToken, SEALED_ACCOUNT_TOKEN } from './account-token.entity.ts';
import { FORGET_ADDRESS_REQUESTS, accountJobs } from './jobs/account.jobs.ts';
import { KnownDevice } from './known-device.entity.ts';
import { ManagedAccountsResolver } from './managed-accounts.resolver.ts';
import { HouseholdInvitation, SEALED_HOUSEHOLD_INVITATION } from './household-invitation.entity.ts';
import { HouseholdMember } from './household-member.entity.ts';
import { HouseholdInvitationResolver, HouseholdResolver, ViewerHouseholdResolver } from './household.resolver.ts';
import { Consent } from './consent.entity.ts';
import { ConsentsResolver } from './consents.resolver.ts';
import { Session } from './session.entity.ts';
import { accountsPersonalData } from './accounts.personal.ts';
import { PhoneCode, SEALED_PHONE_CODE } from './phone-code.entity.ts';
import { PhoneResolver } from './phone.resolver.ts';
import { CODE_PROMISED } from './promise-code.ts';
import { TextCount } from './text-count.entity.ts';
import { ACCOUNT_MESSAGE } from './tell-account.ts';
import { accountsReadRules } from './accounts.read-rules.ts';

export const accountsModule: ModuleDefinition = {
  name: 'accounts',
  readRules: accountsReadRules,
  personal: accountsPersonalData,
  sealed: [
    SEALED_ACCOUNT,
    SEALED_ADDRESS,
    SEALED_ACCOUNT_TOKEN,
    SEALED_ACCOUNT_MESSAGE,
    SEALED_ADDRESS_REQUEST,
    SEALED_AUTHENTICATOR_APP,
    SEALED_HOUSEHOLD_INVITATION,
    SEALED_PHONE_CODE,
  ],
  entities: [
    Account,
    Address,
    Session,
    AccountToken,
    AccountMessage,
    AddressRequest,
    KnownDevice,
    AuthenticatorApp,
    RecoveryCode,
    Passkey,
    PasskeyChallenge,
    HouseholdMember,
    HouseholdInvitation,
    PhoneCode,
    TextCount,
    Consent,
  ],
  facts: [ACCOUNT_MESSAGE, CODE_PROMISED],
  jobs: accountJobs,
  daily: [FORGET_ADDRESS_REQUESTS],
  resolvers: [
    AccountsResolver,
    AddressResolver,
    DemoAccountResolver,
    AccountSecurityResolver,
    ManagedAccountsResolver,
    SecondFactorsResolver,
    PasskeysResolver,
    PhoneResolver,
    ConsentsResolver,
    HouseholdResolver,
    HouseholdInvitationResolver,
    ViewerHouseholdResolver,
  ],
};
