import type { ModuleDefinition } from '../../platform/module.ts';
import { Account, SEALED_ACCOUNT } from './account.entity.ts';
import { AccountsResolver, DemoAccountResolver } from './accounts.resolver.ts';
import { AddressResolver } from './address.resolver.ts';
import { Address, SEALED_ADDRESS } from './address.entity.ts';
import { Session } from './session.entity.ts';
import { accountsPersonalData } from './accounts.personal.ts';

export const accountsModule: ModuleDefinition = {
  name: 'accounts',
  personal: accountsPersonalData,
  sealed: [SEALED_ACCOUNT, SEALED_ADDRESS],
  entities: [Account, Address, Session],
  resolvers: [AccountsResolver, AddressResolver, DemoAccountResolver],
};
