import { DriverException } from '@mikro-orm/core';
import type { EntityManager } from './database.ts';

/** Deadlock found, serialisation failure: PostgreSQL undid the transaction, and it may well succeed when done again. */
const WORTH_REPEATING = new Set(['40P01', '40001']);
const MOST_TRIES = 3;

/**
 * Runs `work` in one transaction, and again, up to three times in all, when PostgreSQL gave it up for the sake of another.
 * Locks are taken in one order everywhere, so this is the backstop and not the way. `work` must have no effect outside the
 * transaction.
 */
export async function inUnitOfWork<T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await em.fork().transactional((transaction) => work(transaction));
    } catch (error) {
      const repeatable = error instanceof DriverException && WORTH_REPEATING.has(String(error.code));
      if (!repeatable || attempt === MOST_TRIES) throw error;
    }
  }
}
