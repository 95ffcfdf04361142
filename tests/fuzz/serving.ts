import type { AddressInfo } from 'node:net';
import { createApplication } from '../../api/app/application.ts';
import { readConfig } from '../../api/platform/config.ts';

/** A serving process that its parent can ask for its memory; started with --expose-gc. */
const config = readConfig();
if (config.databaseUrl === null) throw new Error('DATABASE_URL is not set');
const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? '0');
const app = createApplication({
  config,
  databaseUrl: config.databaseUrl,
  clock: { now: () => new Date(performance.timeOrigin + performance.now() + ahead) },
});
const host = await app.serve(null);
process.send?.({ port: (host.server.address() as AddressInfo).port });

process.on('message', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heap: heapUsed, resident: rss });
});
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
