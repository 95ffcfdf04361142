import { registerEnumType } from 'type-graphql';

/** What somebody may do in the household they belong to. */
export enum HouseholdRole {
  OWNER = 'OWNER',
  MANAGER = 'MANAGER',
  MEMBER = 'MEMBER',
}

registerEnumType(HouseholdRole, {
  name: 'HouseholdRole',
  description: 'What somebody may do in their household.',
  valuesConfig: {
    OWNER: { description: 'Whose account the household is; may do everything, and cannot leave.' },
    MANAGER: { description: 'Books, moves and cancels every visit, adds addresses, invites and removes members.' },
    MEMBER: { description: 'Sees everything and books; moves and cancels the visits they booked.' },
  },
});
