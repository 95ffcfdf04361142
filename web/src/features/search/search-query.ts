import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { queryText, queryTexts, readVisitRequest, writeVisitRequest, type VisitRequest } from '../../app/visit-request';
import type { Gender, ProviderLevel, ProviderSort } from '../../generated/graphql';
import { addDays, daysBetween } from '../../ui/formats';

export const dayParts = ['any', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

export const sorts = [
  'RECOMMENDED',
  'SOONEST',
  'NEAREST',
  'PRICE',
  'RATING',
] as const satisfies readonly ProviderSort[];
export const levels = ['MASTER', 'SENIOR', 'CERTIFIED', 'TRAINEE'] as const satisfies readonly ProviderLevel[];
const genders = ['FEMALE', 'MALE', 'OTHER'] as const satisfies readonly Gender[];

export interface SearchFilters {
  /** Minor units of the region's currency. */
  maxPrice?: number;
  minRating?: number;
  levels: ProviderLevel[];
  languages: string[];
  gender?: Gender;
  instantBooking: boolean;
}

/** Everything a search is made of; first and last day are both included. */
export interface SearchQuery extends VisitRequest {
  /** Code of the region, such as `hangzhou`. */
  region: string;
  from: string;
  to: string;
  part: DayPart;
  sort: ProviderSort;
  filters: SearchFilters;
}

/** The API answers for at most this many days at once. */
export const longestRange = 14;
const usualRange = 3;

const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Keeps a range in the future, in order and within what can be asked for. */
export function clampRange(from: string, to: string, today: string): { from: string; to: string } {
  const first = from < today ? today : from;
  const last = to < first ? first : to;
  return { from: first, to: daysBetween(first, last) >= longestRange ? addDays(first, longestRange - 1) : last };
}

/** The wall-clock window of a part of the day: visits start inside it. */
export function toTimeWindow(part: DayPart): { earliest?: string; latest?: string } {
  switch (part) {
    case 'morning':
      return { latest: '12:00' };
    case 'afternoon':
      return { earliest: '12:00', latest: '17:00' };
    case 'evening':
      return { earliest: '17:00' };
    case 'any':
      return {};
  }
}

export const noFilters = (): SearchFilters => ({ levels: [], languages: [], instantBooking: false });

export const countFilters = (filters: SearchFilters): number =>
  [filters.maxPrice, filters.minRating, filters.gender].filter((value) => value !== undefined).length +
  filters.levels.length +
  filters.languages.length +
  Number(filters.instantBooking);

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return text && Number.isFinite(value) && value > 0 ? value : undefined;
}

const memberOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

function readFilters(query: LocationQuery): SearchFilters {
  const maxPrice = positive(queryText(query['max']));
  const minRating = positive(queryText(query['stars']));
  const gender = memberOf(genders, queryText(query['gender']));
  return {
    ...(maxPrice ? { maxPrice: Math.round(maxPrice) } : {}),
    ...(minRating ? { minRating } : {}),
    ...(gender ? { gender } : {}),
    levels: queryTexts(query['level']).flatMap((text) => memberOf(levels, text) ?? []),
    languages: queryTexts(query['speaks']),
    instantBooking: queryText(query['instant']) === '1',
  };
}

/** Reads a search from the address bar; a missing range becomes the next three days from `today` (a local date). */
export function readSearchQuery(query: LocationQuery, today: string): SearchQuery {
  const from = queryText(query['from']);
  const to = queryText(query['to']);
  const first = isDate(from) ? from : today;
  return {
    ...readVisitRequest(query),
    region: queryText(query['region']) ?? '',
    ...clampRange(first, isDate(to) ? to : addDays(first, usualRange - 1), today),
    part: memberOf(dayParts, queryText(query['part'])) ?? 'any',
    sort: memberOf(sorts, queryText(query['sort'])) ?? 'RECOMMENDED',
    filters: readFilters(query),
  };
}

/** Writes a search to the address bar; whatever has its usual value is left out. */
export function writeSearchQuery(search: SearchQuery): LocationQueryRaw {
  const { filters } = search;
  return {
    region: search.region,
    ...writeVisitRequest(search),
    from: search.from,
    to: search.to,
    ...(search.part === 'any' ? {} : { part: search.part }),
    ...(search.sort === 'RECOMMENDED' ? {} : { sort: search.sort }),
    ...(filters.maxPrice ? { max: String(filters.maxPrice) } : {}),
    ...(filters.minRating ? { stars: String(filters.minRating) } : {}),
    ...(filters.levels.length > 0 ? { level: filters.levels } : {}),
    ...(filters.languages.length > 0 ? { speaks: filters.languages } : {}),
    ...(filters.gender ? { gender: filters.gender } : {}),
    ...(filters.instantBooking ? { instant: '1' } : {}),
  };
}
