import type { ModuleDefinition } from '../../platform/module.ts';
import { Account } from './account.entity.ts';
import { AccountsResolver } from './accounts.resolver.ts';
import { Address } from './address.entity.ts';
import { Session } from './session.entity.ts';

export const accountsModule: ModuleDefinition = {
  name: 'accounts',
  entities: [Account, Address, Session],
  resolvers: [AccountsResolver],
};
