import { ownsProvider, viewerAccount, viewerHasRole, viewerHousehold } from '../../platform/row-policies.ts';

/** Whether the row is of a conversation whose two sides the viewer is one of: SQL over its `booking_id`. */
export const IS_PARTY = `exists (select from booking b where b.id = booking_id and (b.household_id = ${viewerHousehold} or b.household_id = ${viewerAccount} or ${ownsProvider('b.provider_id')}))`;

/** Whether an operator has to look into that conversation, because something in it was reported. */
export function isReported(table: string): string {
  return `(${viewerHasRole('OPERATOR')} and exists (select from message_report r where r.booking_id = ${table}.booking_id))`;
}
