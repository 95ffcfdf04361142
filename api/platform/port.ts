import { createServer } from 'node:net';
import { StartupError } from './startup-error.ts';

/** @throws StartupError when something listens there already; found out before the database is started. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'EADDRINUSE'
          ? new StartupError(`Port ${port} on ${host} is taken: end what uses it, or choose another with PORT.`)
          : error,
      );
    });
    probe.listen({ host, port }, () => probe.close(() => done()));
  });
}
