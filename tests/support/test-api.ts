import { createTestDatabase } from './test-database.ts';
import { serveApi } from './served-api.ts';
import type { ServeOptions, TestApi } from './served-api.ts';

export type { TestApi } from './served-api.ts';

export interface TestApiOptions extends ServeOptions {
  readonly demo?: boolean;
}

/** The whole API on a port and in a database of its own; no worker runs beside it. */
export async function startTestApi({ demo = false, ...options }: TestApiOptions = {}): Promise<TestApi> {
  return serveApi(await createTestDatabase({ demo, pool: 4 }), options);
}
