import { describe, test } from 'vitest';

/** Null: the queue lives in the test's own PostgreSQL database. */
export type RedisUrl = string | null;

/**
 * The same behaviour on both queues. Each file names a Redis database of its own (0 to 15), since files run side by side
 * and a worker takes whatever lies in its queue.
 */
export function describeOnEachQueue(redisDatabase: number, behaviour: (redisUrl: RedisUrl) => void): void {
  describe('with the queue in PostgreSQL', () => behaviour(null));

  const redis = process.env['TEST_REDIS_URL'];
  if (redis) {
    const url = new URL(redis);
    url.pathname = `/${redisDatabase}`;
    describe('with the queue in Redis', () => behaviour(url.toString()));
  } else if (process.env['DOORSTEP_REQUIRE_REDIS'] === '1') {
    test('with the queue in Redis', () => {
      throw new Error('TEST_REDIS_URL is not set, and DOORSTEP_REQUIRE_REDIS asks for it');
    });
  } else {
    process.stderr.write('The job tests ran on PostgreSQL only: TEST_REDIS_URL names no Redis.\n');
    test.skip('with the queue in Redis: TEST_REDIS_URL names none', () => undefined);
  }
}
