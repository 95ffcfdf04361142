import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
}

/** Counts attempts in PostgreSQL, so that all server processes share one count. */
export class RateLimits {
  readonly #pool: Pool;
  readonly #limiters = new Map<string, RateLimiterPostgres>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Counts one attempt. Returns the seconds to wait when the limit is passed, else null. */
  async consume(limit: RateLimit, key: string): Promise<number | null> {
    try {
      await this.#limiter(limit).consume(key);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }

  /** Forgets the attempts of a key, after one that succeeded. */
  async forget(limit: RateLimit, key: string): Promise<void> {
    await this.#limiter(limit).delete(key);
  }

  #limiter(limit: RateLimit): RateLimiterPostgres {
    let limiter = this.#limiters.get(limit.name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: this.#pool,
        storeType: 'pool',
        schemaName: 'limits',
        tableName: 'attempt',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.points,
        duration: limit.windowSeconds,
        clearExpiredByTimeout: false,
      });
      this.#limiters.set(limit.name, limiter);
    }
    return limiter;
  }
}
