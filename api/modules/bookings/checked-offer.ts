import { isId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import type { PlaceInput, VisitItemInput } from '../pricing/index.ts';
import { Offering, Provider, ProviderStatus } from '../providers/index.ts';
import { checkVisit } from '../search/index.ts';
import type { CheckedVisit } from '../search/index.ts';
import { BookabilityCode, NotBookableError } from './bookings.errors.ts';
import { toReason } from './hold-check.ts';
import { HoldRefused } from './hold-outcome.ts';

/** A visit that a provider offers, whenever it may be. */
export interface CheckedOffer {
  readonly provider: Provider;
  readonly checked: CheckedVisit;
  /** Unit price of an item of the visit, minor units. */
  readonly priceOf: (itemId: string) => number;
}

/** Reads who, what and where against the catalogue and what the provider offers. @throws HoldRefused with what does not fit. */
export async function checkOffer(
  context: RequestContext,
  input: {
    readonly providerId: string;
    readonly items: readonly VisitItemInput[];
    readonly place?: PlaceInput | null;
  },
): Promise<CheckedOffer> {
  const provider = isId(input.providerId) ? await context.loaders.find(Provider, input.providerId) : null;
  if (provider === null || provider.status === ProviderStatus.APPLICANT) {
    throw new HoldRefused(
      new InvalidVisitError(
        'UNKNOWN_PROVIDER',
        say(context, { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' }),
        'providerId',
      ),
    );
  }
  const checked = await checkVisit(context, input, provider.region);
  if ('problem' in checked) throw new HoldRefused(InvalidVisitError.of(context, checked.problem));

  const offerings = await context.loaders.list(Offering, 'provider', provider.id);
  const prices = new Map(
    offerings.filter(({ enabled }) => enabled).map((offering) => [offering.item, offering.priceAmount]),
  );
  if (!checked.visit.items.every(({ item }) => prices.has(item.id))) {
    const reason = toReason(context, BookabilityCode.OFFERING_OFF, null);
    throw new HoldRefused(new NotBookableError(reason.message, [reason]));
  }
  return { provider, checked, priceOf: (itemId) => required(prices.get(itemId), 'a price') };
}
