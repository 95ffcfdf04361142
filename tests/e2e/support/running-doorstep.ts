import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createApplication } from '../../../api/app/application.ts';
import type { Clock } from '../../../api/kernel/clock.ts';
import { Delivery, DeliveryStatus, SEALED_DELIVERY } from '../../../api/modules/notifications/delivery.entity.ts';
import { readConfig } from '../../../api/platform/config.ts';
import type { OutboxWorker } from '../../../api/platform/outbox-worker.ts';
import { DEMO_NOW } from '../../support/demo-clock.ts';
import { findFreePort } from '../../support/free-port.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';
import { createTestDatabase } from '../../support/test-database.ts';

export interface RunningDoorstep {
  readonly url: string;
  readonly databaseUrl: string;
  readonly worker: OutboxWorker;
  readonly clock: MovableClock;
  /** Messages of a kind about a booking that were sent. */
  countDeliveries(kind: string, bookingId: string): Promise<number>;
  /** The link in the latest message of a kind that was sent to an address; null until there is one. */
  findLink(kind: string, email: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Time goes on as it does, from an instant of our choice, and can be moved ahead. */
export class MovableClock implements Clock {
  #ahead: number;

  constructor(start: Date) {
    this.#ahead = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  moveTo(instant: Date): void {
    this.#ahead = instant.getTime() - Date.now();
  }
}

export interface DoorstepOptions {
  /** Reached as `localhost`, and known by that name: passkeys are bound to a name. */
  readonly named?: boolean;
  /** Further settings, e.g. `{ EMAIL_VERIFICATION: '1' }`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The whole application with the demo loaded, its web app as built, its worker running; only the clock is ours. */
export async function startDoorstep({
  named = false,
  environment = {},
}: DoorstepOptions = {}): Promise<RunningDoorstep> {
  const port = named ? await findFreePort() : 0;
  const { url: databaseUrl, close } = await createTestDatabase({ demo: true });
  const clock = new MovableClock(DEMO_NOW);
  const dataDir = join(tmpdir(), new URL(databaseUrl).pathname);
  const config = {
    ...readConfig({
      NODE_ENV: 'production',
      // As `npm start` has it, which serves this demo too.
      EMAIL_VERIFICATION: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      KEYS: TEST_KEYS,
      ...environment,
    }),
    port,
    publicUrl: named ? `http://localhost:${port}` : 'http://doorstep.test',
  };
  const app = createApplication({ config, databaseUrl, clock });
  const host = await app.serve(resolve('.build/web'));
  const worker = await app.work();
  const address = host.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://${named ? 'localhost' : '127.0.0.1'}:${address.port}`,
    databaseUrl,
    worker,
    clock,
    countDeliveries: (kind, bookingId) =>
      app.database.em.fork().count(Delivery, { kind, bookingId, status: DeliveryStatus.SENT }),
    findLink: async (kind, email) => {
      const sent = { kind, status: DeliveryStatus.SENT };
      const rows = await app.database.em.fork().find(Delivery, sent, { orderBy: { id: 'desc' } });
      const letters = rows.map((row) => app.vault.openRow(SEALED_DELIVERY, row));
      const letter = letters.find(({ recipient }) => recipient === email);
      return /http:\/\/doorstep\.test(\S+)/.exec(letter?.body ?? '')?.[1] ?? null;
    },
    close: async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
      await close();
    },
  };
}
