import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Place } from '../catalog/index.ts';
import type { ProviderProfileSaved } from './own-profile.type.ts';
import type { SaveServiceAreaInput } from './provider-profile.inputs.ts';
import { Provider } from './provider.entity.ts';
import { InvalidProviderError } from './providers.errors.ts';

/** Says where the provider starts and how far they go. Visits already agreed stay, wherever they are. */
export async function saveServiceArea(
  context: RequestContext,
  provider: Provider,
  { placeId, radiusMetres }: SaveServiceAreaInput,
): Promise<ProviderProfileSaved | InvalidProviderError> {
  const place = isId(placeId) ? await context.loaders.find(Place, placeId) : null;
  if (place?.region !== provider.region)
    return new InvalidProviderError(
      'UNKNOWN_PLACE',
      say(context, { en: 'Choose one of the places of your region.', 'zh-CN': '请选择本地区的地点。' }),
      'placeId',
    );
  // Whoever only changes the radius keeps the exact start they have.
  const start =
    provider.startPlace === place.id
      ? {}
      : { startPlace: place.id, latitude: place.latitude, longitude: place.longitude };
  const changes = { ...start, serviceRadiusMetres: radiusMetres };
  await context.em.nativeUpdate(Provider, { id: provider.id }, changes);
  return { profile: { provider: { ...provider, ...changes } } };
}
