import type { Account } from '../../modules/accounts/index.ts';
import type { Business, BusinessManager } from '../../modules/providers/index.ts';
import { daysFrom } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoProvider } from './demo-providers.ts';

const SEATS = 4;

/** The agency of the demo: the account of the business runs it, and the first cleaners of London work for it. */
export function demoBusiness(
  { ids, now }: DemoContext,
  providers: readonly DemoProvider[],
  manager: Pick<Account, 'id' | 'displayName'>,
): { readonly business: Business; readonly manager: BusinessManager } {
  const business = { id: ids.next(), name: manager.displayName, createdAt: daysFrom(now, -380) };
  const staff = providers.filter(({ regionCode, profile }) => regionCode === 'london' && profile.trade === 'CLEANER');
  for (const { row } of staff.slice(0, SEATS)) row.business = business.id;
  return {
    business,
    manager: { id: ids.next(), business: business.id, account: manager.id, since: business.createdAt },
  };
}
