import { describe, expect, it } from 'vitest';
import { HouseholdRole } from '../../../api/modules/accounts/household-role.ts';
import { hasSayOver, householdRoleOn, runsHousehold } from '../../../api/modules/accounts/household.policy.ts';
import { mayChange } from '../../../api/modules/bookings/bookings.policy.ts';
import type { ViewerIdentity } from '../../../api/platform/request-context.ts';

const viewer = (householdRole: string, householdId = 'home'): ViewerIdentity => ({
  accountId: 'me',
  sessionId: 'session',
  householdId,
  householdRole,
  roles: ['HOUSEHOLD'],
  authenticatedAt: new Date(0),
});
const { OWNER, MANAGER, MEMBER } = HouseholdRole;

describe('the role in a household', () => {
  it('is the member’s in the one they share, the owner’s in their own, and none elsewhere', () => {
    expect(householdRoleOn(viewer(MEMBER), 'home')).toBe(MEMBER);
    expect(householdRoleOn(viewer(MEMBER), 'me')).toBe(OWNER);
    expect(householdRoleOn(viewer(OWNER, 'me'), 'me')).toBe(OWNER);
    expect(householdRoleOn(viewer(MANAGER), 'other')).toBeNull();
    expect(householdRoleOn(null, 'home')).toBeNull();
  });
});

describe('having a say over somebody', () => {
  it.each([
    [OWNER, MANAGER, true],
    [OWNER, MEMBER, true],
    [MANAGER, MEMBER, true],
    [MANAGER, MANAGER, false],
    [MEMBER, MEMBER, false],
    [MEMBER, MANAGER, false],
    [OWNER, OWNER, false],
    [MANAGER, OWNER, false],
  ])('%s over %s: %s', (role, other, expected) => {
    expect(hasSayOver(role, other)).toBe(expected);
  });
});

describe('changing a visit of the household', () => {
  const booking = (bookedBy: string | null, household = 'home') => ({ household, bookedBy });

  it('is for those who run it, and for whoever booked', () => {
    expect([OWNER, MANAGER, MEMBER].map(runsHousehold)).toEqual([true, true, false]);
    expect(mayChange(viewer(MANAGER), booking('other'), 'HOUSEHOLD')).toBe(true);
    expect(mayChange(viewer(MEMBER), booking('other'), 'HOUSEHOLD')).toBe(false);
    expect(mayChange(viewer(MEMBER), booking(null), 'HOUSEHOLD')).toBe(false);
    expect(mayChange(viewer(MEMBER), booking('me'), 'HOUSEHOLD')).toBe(true);
    expect(mayChange(viewer(MEMBER), booking(null, 'me'), 'HOUSEHOLD')).toBe(true);
  });

  it('asks nothing of the provider and of operators', () => {
    expect(mayChange(viewer(MEMBER), booking('other'), 'PROVIDER')).toBe(true);
    expect(mayChange(viewer(MEMBER), booking('other'), 'OPERATOR')).toBe(true);
  });
});
