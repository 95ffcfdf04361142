import { isId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { forbidden, householdRoleOn, requireViewer } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';
import { mayChange } from './bookings.policy.ts';
import { SubstitutionOverError } from './substitutes.errors.ts';

/**
 * The visit of the viewer's household that they may decide on, read afresh. Whoever is to come instead is the household's choice
 * alone, so to everybody else it is as unknown as one that does not exist.
 */
export async function requireOwnVisit(context: RequestContext, bookingId: string): Promise<Booking> {
  const viewer = requireViewer(context);
  const booking = isId(bookingId)
    ? await context.em.findOne(Booking, { id: bookingId }, { disableIdentityMap: true })
    : null;
  if (booking === null || householdRoleOn(viewer, booking.household) === null)
    throw badUserInput('input.bookingId', say(context, { en: 'There is no such booking.', 'zh-CN': '没有这个预约。' }));
  if (!mayChange(viewer, booking, 'HOUSEHOLD')) throw forbidden();
  return booking;
}

/** The answer once nobody is sought any more. */
export function substitutionOver(context: RequestContext): SubstitutionOverError {
  return new SubstitutionOverError(
    'SUBSTITUTION_OVER',
    say(context, {
      en: 'Nobody is sought for this visit any more. Look at it anew.',
      'zh-CN': '此预约已不再寻找替换人员，请刷新查看。',
    }),
  );
}
