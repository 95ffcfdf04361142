import { isId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Offering, Provider } from '../providers/index.ts';
import { presentQuote } from './present-quote.ts';
import type { PriceQuote } from './price-quote.type.ts';
import { InvalidVisitError } from './pricing.errors.ts';
import { quoteVisitItems, resolveVisitItems, toStoredQuote } from './visit-items.ts';
import type { QuoteVisitInput } from './visit.inputs.ts';

/** The price of a visit with one provider, before it is booked. */
export async function quoteVisitWithProvider(
  context: RequestContext,
  input: QuoteVisitInput,
): Promise<PriceQuote | InvalidVisitError> {
  const provider = isId(input.providerId) ? await context.loaders.find(Provider, input.providerId) : null;
  if (provider === null) {
    return new InvalidVisitError(
      'UNKNOWN_PROVIDER',
      say(context, { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' }),
      'providerId',
    );
  }
  const resolved = await resolveVisitItems(context, input.items, provider.region);
  if ('problem' in resolved) return InvalidVisitError.of(context, resolved.problem);

  const offerings = await context.loaders.list(Offering, 'provider', provider.id);
  const priceByItem = new Map(
    offerings.filter(({ enabled }) => enabled).map((offering) => [offering.item, offering.priceAmount]),
  );
  const missing = resolved.visit.items.findIndex(({ item }) => !priceByItem.has(item.id));
  if (missing >= 0) {
    return new InvalidVisitError(
      'NOT_OFFERED',
      say(context, {
        en: 'This provider does not offer that service at present.',
        'zh-CN': '这位服务者目前不提供该服务。',
      }),
      `items[${missing}].itemId`,
    );
  }
  const outcome = quoteVisitItems(
    resolved.visit,
    (itemId) => required(priceByItem.get(itemId), 'a price'),
    input.start ?? null,
    context.clock.now(),
  );
  return 'problem' in outcome
    ? InvalidVisitError.of(context, outcome.problem)
    : presentQuote(toStoredQuote(outcome), context);
}
