import { sql } from 'kysely';
import { distanceMetres } from '../../../api/kernel/geo-point.ts';
import {
  freeStarts,
  listDiaries,
  listStandings,
  localDay,
  toSlotQuestion,
} from '../../../api/modules/availability/index.ts';
import type { Region, ServiceItem } from '../../../api/modules/catalog/index.ts';
import { listCandidates } from '../../../api/modules/search/candidates.queries.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { NOW } from './workload-b.ts';
import type { SearchRequest } from './workload-b.ts';

export interface ProviderStarts {
  readonly providerId: string;
  readonly starts: readonly number[];
}

/**
 * The ordinary way, to compare with: the same candidates, standings and hours read at once, but the visits of each
 * candidate by a statement of their own. Free starts only, without prices, ranking and page.
 */
export async function startsByQueryPerProvider(
  em: EntityManager,
  region: Region,
  item: ServiceItem,
  { date, place }: SearchRequest,
): Promise<ProviderStarts[]> {
  const candidates = await listCandidates(em, { regionId: region.id, itemIds: [item.id], place });
  const reachable = candidates.filter((candidate) => distanceMetres(candidate, place) <= candidate.serviceRadiusMetres);
  const standings = await listStandings(em, reachable, [item.id]);
  const day = localDay(date, region.timeZone);
  const range = { start: new Date(day.start * 60_000), end: new Date(day.end * 60_000), now: NOW };
  const found: ProviderStarts[] = [];
  for (const provider of reachable) {
    const diary = (await listDiaries(em, [provider.id], range)).get(provider.id)!;
    const question = toSlotQuestion({
      provider,
      standing: standings.get(provider.id)!,
      diary,
      region,
      plan: { items: [item], minutes: item.durationMinutes, place },
      from: date,
      to: date,
      now: NOW,
    });
    found.push({ providerId: provider.id, starts: freeStarts(question) });
  }
  return found;
}

/** As {@link startsByQueryPerProvider}, reduced to what cannot be done without: one statement for each candidate. */
export async function visitsByQueryPerProvider(
  em: EntityManager,
  region: Region,
  item: ServiceItem,
  { date, place }: SearchRequest,
): Promise<number> {
  const candidates = await listCandidates(em, { regionId: region.id, itemIds: [item.id], place });
  const day = localDay(date, region.timeZone);
  let visits = 0;
  for (const candidate of candidates) {
    if (distanceMetres(candidate, place) > candidate.serviceRadiusMetres) continue;
    const { rows } = await sql`
      select starts_at, occupied_end, latitude, longitude from reservation
      where provider_id = ${candidate.id} and state in ('HELD', 'BOOKED') and occupied_end > ${new Date(day.start * 60_000)} and starts_at < ${new Date(day.end * 60_000)}`.execute(
      em.getKysely(),
    );
    visits += rows.length;
  }
  return visits;
}
