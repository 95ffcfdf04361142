import { HouseholdRole, Role } from '../../modules/accounts/index.ts';
import type { HouseholdMember, UnsealedAccount } from '../../modules/accounts/index.ts';
import { required } from '../../kernel/required.ts';
import type { DemoPeople } from './demo-accounts.ts';
import type { DemoBooking } from './demo-bookings.ts';
import { daysFrom } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';

export interface DemoHousehold {
  readonly account: UnsealedAccount;
  readonly member: HouseholdMember;
  /** All bookings; some of the demo household's are booked by its second member. */
  readonly bookings: readonly DemoBooking[];
}

const JOINED_DAYS_AGO = 60;

/** Somebody who shares the household of `household@demo.doorstep` and has booked some of its visits. Nobody signs in as them. */
export function demoHousehold(
  { ids, now }: DemoContext,
  people: DemoPeople,
  bookings: readonly DemoBooking[],
): DemoHousehold {
  const mei = required(people.demoHomes[0], 'the home of the demo household').account;
  const joinedAt = daysFrom(now, -JOINED_DAYS_AGO);
  const account: UnsealedAccount = {
    id: ids.next(),
    email: 'wei.chen@demo.doorstep',
    phone: '+8613800138009',
    passwordHash: mei.passwordHash,
    displayName: 'Wei Chen',
    locale: 'zh-CN',
    roles: [Role.HOUSEHOLD],
    isDemo: false,
    createdAt: joinedAt,
  };
  const member: HouseholdMember = {
    id: ids.next(),
    account: account.id,
    household: mei.id,
    role: HouseholdRole.MEMBER,
    invitedBy: mei.id,
    joinedAt,
  };
  let seen = 0;
  return {
    account,
    member,
    bookings: bookings.map((one) => {
      const isShared = one.booking.household === mei.id && one.booking.createdAt > joinedAt;
      return isShared && seen++ % 2 === 1 ? bookedBy(account.id, one) : one;
    }),
  };
}

function bookedBy(accountId: string, one: DemoBooking): DemoBooking {
  return {
    ...one,
    booking: { ...one.booking, bookedBy: accountId },
    transitions: one.transitions.map((step) => (step.actorRole === 'HOUSEHOLD' ? { ...step, actor: accountId } : step)),
  };
}
