import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import { searchText } from './domain/search-text.ts';

export interface ItemSearch {
  readonly regionId: string;
  /** Null lists all in catalogue order. */
  readonly text: string | null;
  readonly limit: number;
  /** Rank and id of the last row seen. */
  readonly after: readonly [number, string] | null;
}

export interface FoundItem {
  readonly id: string;
  /** Position in the catalogue, or how unlike the text it is (0 is alike). */
  readonly rank: number;
}

/** Ids of items by name, tolerant of typos by trigrams; Chinese is matched by the pairs of characters kept in `search_text` (A7). */
export async function findItems(em: EntityManager, search: ItemSearch): Promise<{ items: FoundItem[]; total: number }> {
  const words = search.text === null ? [] : searchText([search.text]).split(' ');
  const rank =
    words.length === 0
      ? sql<number>`position::float8`
      : sql<number>`(1 - (${sql.join(words.map(likeness), sql` + `)}) / ${words.length}::float8)`;
  const matching = sql`
    select id, round((${rank})::numeric, 4)::float8 as rank from service_item where region_id = ${search.regionId}`;
  const relevant = words.length === 0 ? sql`true` : sql`rank <= 0.6`;
  const beyond =
    search.after === null ? sql`true` : sql`(rank, id) > (${search.after[0]}::float8, ${search.after[1]}::uuid)`;
  const { rows } = await sql<FoundItem & { total: string }>`
    with matching as (${matching}), relevant as (select * from matching where ${relevant})
    select id, rank, (select count(*) from relevant) as total from relevant where ${beyond} order by rank, id limit ${search.limit}`.execute(
    em.getKysely(),
  );
  if (rows.length > 0 || search.after !== null) return { items: rows, total: Number(rows[0]?.total ?? 0) };
  return { items: [], total: 0 };
}

/** 0 to 1. Trigrams know letters only, so a word of Chinese characters is either in the text or not. */
function likeness(word: string): RawBuilder<number> {
  return /\p{Script=Han}/u.test(word)
    ? sql<number>`(position(${word} in search_text) > 0)::int::float8`
    : sql<number>`word_similarity(${word}, search_text)`;
}
