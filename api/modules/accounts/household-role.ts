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

/** The role that a session carries as a plain text; whoever has none that is known is a member. */
export function toHouseholdRole(text: string): HouseholdRole {
  return Object.values(HouseholdRole).find((role: string) => role === text) ?? HouseholdRole.MEMBER;
}
