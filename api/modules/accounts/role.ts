import { registerEnumType } from 'type-graphql';

export enum Role {
  HOUSEHOLD = 'HOUSEHOLD',
  PROVIDER = 'PROVIDER',
  BUSINESS = 'BUSINESS',
  AUDITOR = 'AUDITOR',
  OPERATOR = 'OPERATOR',
  ADMINISTRATOR = 'ADMINISTRATOR',
}

/** Roles that see other people's data. They count only in a session with a second factor, but for the accounts of the demo. */
const STAFF_ROLES: readonly Role[] = [Role.AUDITOR, Role.OPERATOR, Role.ADMINISTRATOR];

export function isStaff({ roles }: { readonly roles: readonly string[] }): boolean {
  return STAFF_ROLES.some((role) => roles.includes(role));
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
