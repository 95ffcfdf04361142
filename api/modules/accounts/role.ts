import { registerEnumType } from 'type-graphql';

export enum Role {
  HOUSEHOLD = 'HOUSEHOLD',
  PROVIDER = 'PROVIDER',
  BUSINESS = 'BUSINESS',
  AUDITOR = 'AUDITOR',
  OPERATOR = 'OPERATOR',
  ADMINISTRATOR = 'ADMINISTRATOR',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What an account may work as.',
  valuesConfig: {
    HOUSEHOLD: { description: 'Books visits.' },
    PROVIDER: { description: 'Does visits and runs a diary.' },
    BUSINESS: { description: 'Manages several providers.' },
    AUDITOR: { description: 'Decides on credentials.' },
    OPERATOR: { description: 'Runs quality, money and growth.' },
    ADMINISTRATOR: { description: 'Manages accounts and settings.' },
  },
});
