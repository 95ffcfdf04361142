import { distanceMetres, isGeoPoint } from '../../kernel/geo-point.ts';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import { isId } from '../../kernel/ids.ts';
import type { InputProblem } from '../../kernel/input-problem.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Address, openAddress } from '../accounts/index.ts';
import type { Region } from './region.entity.ts';

export interface PlaceChoice {
  readonly addressId?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** Where a visit takes place; `address` when it is a saved one of the household. */
export interface VisitPlace {
  readonly point: GeoPoint;
  readonly address: { readonly line: string; readonly district: string; readonly doorNote: string | null } | null;
}

type Resolved = { readonly place: VisitPlace } | { readonly problem: InputProblem };

/** Reads the chosen place. An address of somebody else is as unknown as one that does not exist. */
export async function resolveVisitPlace(
  context: Pick<RequestContext, 'loaders' | 'vault' | 'viewer'>,
  choice: PlaceChoice,
  region: Region,
): Promise<Resolved> {
  if (choice.addressId != null) return resolveAddress(context, choice.addressId, region);
  if (choice.latitude == null || choice.longitude == null) {
    return problem('place', 'NO_PLACE', 'Give an address, or latitude and longitude.', '请选择地址，或提供经纬度。');
  }
  const point = { latitude: choice.latitude, longitude: choice.longitude };
  if (!isGeoPoint(point))
    return problem(
      'place',
      'IMPOSSIBLE_PLACE',
      'Latitude lies between −90 and 90, longitude between −180 and 180.',
      '纬度应在 −90 到 90 之间，经度应在 −180 到 180 之间。',
    );
  return within(point, null, region);
}

async function resolveAddress(
  context: Pick<RequestContext, 'loaders' | 'vault' | 'viewer'>,
  addressId: string,
  region: Region,
): Promise<Resolved> {
  const address = isId(addressId) && context.viewer !== null ? await context.loaders.find(Address, addressId) : null;
  if (address === null || address.account !== context.viewer?.householdId) {
    return problem(
      'place.addressId',
      'UNKNOWN_ADDRESS',
      'This is not one of your addresses. Choose another.',
      '这不是您的地址，请另选。',
    );
  }
  const { latitude, longitude, line, doorNote } = openAddress(context.vault, address);
  return within({ latitude, longitude }, { line, doorNote, district: address.district }, region);
}

function within(point: GeoPoint, address: VisitPlace['address'], region: Region): Resolved {
  if (distanceMetres(point, region) > region.radiusMetres) {
    return problem(
      'place',
      'OUTSIDE_REGION',
      'This place lies outside the region. Choose another place or region.',
      '这个地点不在该地区内，请更换地点或地区。',
    );
  }
  return { place: { point, address } };
}

function problem(field: string, code: string, english: string, chinese: string): { readonly problem: InputProblem } {
  return { problem: { field, code, message: { en: english, 'zh-CN': chinese } } };
}
