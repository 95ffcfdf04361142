import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
  /** Counted in the memory of each process instead of in PostgreSQL: cheaper, and as many times as generous as there are processes. */
  readonly local?: boolean;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** Counts attempts in PostgreSQL, so that all server processes share one count, or where that is enough in memory. */
export class RateLimits {
  readonly #pool: Pool;
  readonly #scale: number;
  readonly #limiters = new Map<string, Limiter>();

  /** @param scale what the points of every limit are multiplied by */
  constructor(pool: Pool, scale = 1) {
    this.#pool = pool;
    this.#scale = scale;
  }

  /** Counts attempts. Returns the seconds to wait when the limit is passed, else null. */
  async consume(limit: RateLimit, key: string, attempts = 1): Promise<number | null> {
    try {
      await this.#limiter(limit).consume(key, attempts);
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

  #limiter(limit: RateLimit): Limiter {
    let limiter = this.#limiters.get(limit.name);
    if (!limiter) {
      limiter = this.#create(limit);
      this.#limiters.set(limit.name, limiter);
    }
    return limiter;
  }

  #create({ name, points, windowSeconds, local }: RateLimit): Limiter {
    const shared = { keyPrefix: name, points: Math.ceil(points * this.#scale), duration: windowSeconds };
    if (local) return new RateLimiterMemory(shared);
    return new RateLimiterPostgres({
      ...shared,
      storeClient: this.#pool,
      storeType: 'pool',
      schemaName: 'limits',
      tableName: 'attempt',
      tableCreated: true,
      clearExpiredByTimeout: false,
      // Whoever is refused is refused again without asking PostgreSQL.
      inMemoryBlockOnConsumed: shared.points + 1,
    });
  }
}

/** What the attempts of an address are counted under: one who has a whole IPv6 network has 2^64 addresses of it. */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip;
  if (ip.startsWith('::ffff:')) return ip.slice('::ffff:'.length);
  const [head = '', tail = ''] = ip.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = ip.includes('::')
    ? [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
    : before;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
