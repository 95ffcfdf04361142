import type { LocationQuery, LocationQueryRaw, LocationQueryValue } from 'vue-router';

/** One service of a visit as a person chose it; no units means the service's own default. */
export interface VisitItem {
  itemId: string;
  units?: number;
  optionIds: string[];
}

/** Where the visit takes place: an address of the account, or a named point. */
export type VisitPlace = { addressId: string } | { latitude: number; longitude: number; name: string };

/** What travels from the search to the profile to the booking, in the address bar. */
export interface VisitRequest {
  items: VisitItem[];
  place?: VisitPlace;
}

const one = (value: LocationQueryValue | LocationQueryValue[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) ?? undefined;

const many = (value: LocationQueryValue | LocationQueryValue[] | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (entry): entry is string => typeof entry === 'string' && entry !== '',
  );

export const queryText = one;
export const queryTexts = many;

function readItem(text: string): VisitItem | undefined {
  const [itemId, units, options] = text.split('~');
  if (!itemId) return undefined;
  const count = Number(units);
  return {
    itemId,
    ...(units && Number.isSafeInteger(count) && count > 0 ? { units: count } : {}),
    optionIds: options ? options.split('.').filter(Boolean) : [],
  };
}

function writeItem(item: VisitItem): string {
  const parts = [item.itemId, item.units?.toString() ?? '', item.optionIds.join('.')];
  while (parts.at(-1) === '') parts.pop();
  return parts.join('~');
}

function readPlace(query: LocationQuery): VisitPlace | undefined {
  const addressId = one(query['address']);
  if (addressId) return { addressId };
  const [latitude, longitude] = (one(query['at']) ?? '').split(',').map(Number);
  if (latitude === undefined || longitude === undefined) return undefined;
  const isPoint = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPoint ? { latitude, longitude, name: one(query['near']) ?? '' } : undefined;
}

/** Reads what it can; whatever is malformed is left out, never guessed. */
export function readVisitRequest(query: LocationQuery): VisitRequest {
  const items = many(query['do'])
    .map(readItem)
    .filter((item) => item !== undefined);
  const place = readPlace(query);
  return place ? { items, place } : { items };
}

export function writeVisitRequest(request: VisitRequest): LocationQueryRaw {
  const { items, place } = request;
  return {
    do: items.map(writeItem),
    ...(place && 'addressId' in place ? { address: place.addressId } : {}),
    ...(place && 'latitude' in place ? { at: `${place.latitude},${place.longitude}`, near: place.name } : {}),
  };
}

/** The same place in the words of the API. */
export function toPlaceInput(
  place: VisitPlace | undefined,
): { addressId: string } | { latitude: number; longitude: number } | undefined {
  if (!place) return undefined;
  return 'addressId' in place
    ? { addressId: place.addressId }
    : { latitude: place.latitude, longitude: place.longitude };
}
