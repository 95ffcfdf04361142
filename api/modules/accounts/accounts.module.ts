import type { ModuleDefinition } from '../../platform/module.ts';
import { Account, SEALED_ACCOUNT } from './account.entity.ts';
import { AccountsResolver, DemoAccountResolver } from './accounts.resolver.ts';
import { AddressResolver } from './address.resolver.ts';
import { Address, SEALED_ADDRESS } from './address.entity.ts';
import { AuthenticatorApp, SEALED_AUTHENTICATOR_APP } from './authenticator-app.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { PasskeyChallenge } from './passkey-challenge.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { SecondFactorsResolver } from './second-factors.resolver.ts';
import { AccountMessage, SEALED_ACCOUNT_MESSAGE } from './account-message.entity.ts';
import { AccountToken, SEALED_ACCOUNT_TOKEN } from './account-token.entity.ts';
import { Session } from './session.entity.ts';
import { accountsPersonalData } from './accounts.personal.ts';
import { ACCOUNT_MESSAGE } from './tell-account.ts';
import { accountsReadRules } from './accounts.read-rules.ts';

export const accountsModule: ModuleDefinition = {
  name: 'accounts',
  readRules: accountsReadRules,
  personal: accountsPersonalData,
  sealed: [SEALED_ACCOUNT, SEALED_ADDRESS, SEALED_ACCOUNT_TOKEN, SEALED_ACCOUNT_MESSAGE, SEALED_AUTHENTICATOR_APP],
  entities: [
    Account,
    Address,
    Session,
    AccountToken,
    AccountMessage,
    AuthenticatorApp,
    RecoveryCode,
    Passkey,
    PasskeyChallenge,
  ],
  facts: [ACCOUNT_MESSAGE],
  resolvers: [AccountsResolver, AddressResolver, DemoAccountResolver, SecondFactorsResolver],
};
