import { distanceMetres, formatPoint, isGeoPoint } from '../../kernel/geo-point.ts';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import {
  Address,
  InvalidAddressError,
  SEALED_ADDRESS,
  forbidden,
  requireViewer,
  runsHousehold,
} from '../accounts/index.ts';
import type { AddressSaved, SaveAddressInput } from '../accounts/index.ts';
import { Region } from './region.entity.ts';

const MOST_ADDRESSES = 20;

/** Saves a place of the household, if it lies in the region it names. For those who run the household. */
export async function saveAddress(
  context: RequestContext,
  input: SaveAddressInput,
): Promise<AddressSaved | InvalidAddressError> {
  const viewer = requireViewer(context);
  if (!runsHousehold(viewer.householdRole)) throw forbidden();
  const refuse = (code: string, field: string, text: LocalizedText): InvalidAddressError =>
    new InvalidAddressError(code, say(context, text), field);

  const region = isId(input.regionId) ? await context.loaders.find(Region, input.regionId) : null;
  if (region === null)
    return refuse('UNKNOWN_REGION', 'regionId', { en: 'There is no such region.', 'zh-CN': '没有这个地区。' });
  if (!isGeoPoint(input) || distanceMetres(input, region) > region.radiusMetres) {
    return refuse('OUTSIDE_REGION', 'latitude', {
      en: 'This place lies outside the region.',
      'zh-CN': '这个地点不在该地区内。',
    });
  }
  for (const field of ['label', 'line', 'district'] as const) {
    if (input[field].trim() === '')
      return refuse('EMPTY', field, { en: 'This cannot be empty.', 'zh-CN': '此项不能为空。' });
  }
  const existing = await context.em.count(Address, { account: viewer.householdId });
  if (existing >= MOST_ADDRESSES)
    return refuse('TOO_MANY', 'label', {
      en: 'A household keeps at most 20 addresses.',
      'zh-CN': '一个家庭最多保存 20 个地址。',
    });

  const address = context.vault.sealRow(SEALED_ADDRESS, {
    id: newId(),
    account: viewer.householdId,
    regionId: region.id,
    label: input.label.trim(),
    line: input.line.trim(),
    district: input.district.trim(),
    point: formatPoint(input),
    doorNote: input.doorNote?.trim() || null,
    createdAt: context.clock.now(),
  });
  await context.em.insert(Address, address);
  return { address };
}
