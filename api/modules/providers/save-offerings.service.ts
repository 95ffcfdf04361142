import { newId } from '../../kernel/ids.ts';
import type { InputProblem } from '../../kernel/input-problem.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Offering } from './offering.entity.ts';
import type { ProviderProfileSaved } from './own-profile.type.ts';
import type { OfferingInput, SaveOfferingsInput } from './provider-profile.inputs.ts';
import type { Provider } from './provider.entity.ts';
import { InvalidProviderError } from './providers.errors.ts';

/** Says what the provider offers and for how much (C4). Visits already agreed keep their item and price. */
export async function saveOfferings(
  context: RequestContext,
  provider: Provider,
  { offerings }: SaveOfferingsInput,
): Promise<ProviderProfileSaved | InvalidProviderError> {
  const items = await context.loaders.list(ServiceItem, 'region', provider.region);
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const [index, offering] of offerings.entries()) {
    const problem = findOfferingProblem(byId.get(offering.itemId), offering, offerings.slice(0, index));
    if (problem !== null)
      return new InvalidProviderError(
        problem.code,
        say(context, problem.message),
        `offerings[${index}].${problem.field}`,
      );
  }
  const rows = offerings.map(({ itemId, enabled, priceAmount }) => ({
    id: newId(),
    provider: provider.id,
    item: itemId,
    enabled,
    priceAmount,
  }));
  if (rows.length > 0)
    await context.em.upsertMany(Offering, rows, {
      onConflictFields: ['provider', 'item'],
      onConflictExcludeFields: ['id'],
      disableIdentityMap: true,
    });
  return { profile: { provider } };
}

function findOfferingProblem(
  item: ServiceItem | undefined,
  { itemId, priceAmount }: OfferingInput,
  before: readonly OfferingInput[],
): InputProblem | null {
  if (item === undefined || before.some((other) => other.itemId === itemId))
    return {
      field: 'itemId',
      code: 'UNKNOWN_ITEM',
      message: {
        en: 'This service is not one of your region, or named twice.',
        'zh-CN': '本地区没有这项服务，或重复填写。',
      },
    };
  if (priceAmount >= item.priceMin && priceAmount <= item.priceMax) return null;
  return {
    field: 'priceAmount',
    code: 'OUTSIDE_BAND',
    message: {
      en: 'The price lies outside of what is allowed for this service.',
      'zh-CN': '价格超出该服务允许的范围。',
    },
  };
}
