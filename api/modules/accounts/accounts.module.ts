import type { ModuleDefinition } from '../../platform/module.ts';
import { Account, SEALED_ACCOUNT } from './account.entity.ts';
import { AccountSecurityResolver } from './account-security.resolver.ts';
import { AccountsResolver, DemoAccountResolver } from './accounts.resolver.ts';
import { AddressResolver } from './address.resolver.ts';
import { Address, SEALED_ADDRESS } from './address.entity.ts';
import { AddressRequest, SEALED_ADDRESS_REQUEST } from './address-request.entity.ts';
import { AccountMessage, SEALED_ACCOUNT_MESSAGE } from './account-message.entity.ts';
import { AccountToken, SEALED_ACCOUNT_TOKEN } from './account-token.entity.ts';
import { FORGET_ADDRESS_REQUESTS, accountJobs } from './jobs/account.jobs.ts';
import { KnownDevice } from './known-device.entity.ts';
import { ManagedAccountsResolver } from './managed-accounts.resolver.ts';
import { Session } from './session.entity.ts';
import { accountsPersonalData } from './accounts.personal.ts';
import { ACCOUNT_MESSAGE } from './tell-account.ts';
import { accountsReadRules } from './accounts.read-rules.ts';

export const accountsModule: ModuleDefinition = {
  name: 'accounts',
  readRules: accountsReadRules,
  personal: accountsPersonalData,
  sealed: [SEALED_ACCOUNT, SEALED_ADDRESS, SEALED_ACCOUNT_TOKEN, SEALED_ACCOUNT_MESSAGE, SEALED_ADDRESS_REQUEST],
  entities: [Account, Address, Session, AccountToken, AccountMessage, AddressRequest, KnownDevice],
  facts: [ACCOUNT_MESSAGE],
  jobs: accountJobs,
  daily: [FORGET_ADDRESS_REQUESTS],
  resolvers: [AccountsResolver, AddressResolver, DemoAccountResolver, AccountSecurityResolver, ManagedAccountsResolver],
};
