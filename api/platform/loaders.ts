import DataLoader from 'dataloader';
import type { EntityClass } from '@mikro-orm/core';
import type { EntityManager } from './database.ts';

interface Identified {
  id: string;
}

/**
 * Batches the reads of one request: however many objects of a list ask for their provider, one statement fetches them.
 * Rows are read without change tracking.
 */
export class Loaders {
  readonly #em: EntityManager;
  readonly #byKey = new Map<string, DataLoader<string, unknown>>();

  constructor(em: EntityManager) {
    this.#em = em;
  }

  /** The row with that id, or null. */
  async find<T extends Identified>(entity: EntityClass<T>, id: string): Promise<T | null> {
    return this.batch(`row:${entity.name}`, async (ids: readonly string[]) => {
      const rows = await this.#em.find(entity, { id: { $in: [...ids] } } as never, { disableIdentityMap: true });
      const byId = new Map(rows.map((row) => [(row as T).id, row as T]));
      return ids.map((one) => byId.get(one) ?? null);
    }).load(id);
  }

  /** The row with that id. Throws when there is none: a foreign key was followed, so it must exist. */
  async get<T extends Identified>(entity: EntityClass<T>, id: string): Promise<T> {
    const row = await this.find(entity, id);
    if (row === null) throw new Error(`${entity.name} ${id} does not exist`);
    return row;
  }

  /** All rows whose `key` property equals `value`, ordered as asked. */
  async list<T extends Identified>(
    entity: EntityClass<T>,
    key: keyof T & string,
    value: string,
    orderBy: Record<string, 'asc' | 'desc'> = { id: 'asc' },
  ): Promise<T[]> {
    return this.batch(`list:${entity.name}:${key}:${JSON.stringify(orderBy)}`, async (values: readonly string[]) => {
      const rows = (await this.#em.find(
        entity,
        { [key]: { $in: [...values] } } as never,
        { orderBy, disableIdentityMap: true } as never,
      )) as T[];
      const groups = Map.groupBy(rows, (row) => String(row[key]));
      return values.map((one) => groups.get(one) ?? []);
    }).load(value);
  }

  /** A loader of the caller's own, made once for the request and named by `key`. */
  batch<T>(key: string, load: (keys: readonly string[]) => Promise<readonly (T | Error)[]>): DataLoader<string, T> {
    let loader = this.#byKey.get(key);
    if (!loader) {
      loader = new DataLoader<string, unknown>(load);
      this.#byKey.set(key, loader);
    }
    return loader as DataLoader<string, T>;
  }
}
