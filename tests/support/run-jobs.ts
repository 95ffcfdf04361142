import { pino } from 'pino';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { modules } from '../../api/app/modules.ts';
import { createPhoneVerification } from '../../api/platform/phone-verification.ts';
import { createMailTransport } from '../../api/platform/mail.ts';
import { OutboxWorker } from '../../api/platform/outbox-worker.ts';
import type { PaymentGateway } from '../../api/platform/payment-gateway.ts';
import { createSmsTransport } from '../../api/platform/sms.ts';
import type { TestApi } from './test-api.ts';
import { TEST_VAULT } from './test-keys.ts';

interface Waiting {
  readonly id: string;
}

/** A worker at hand, for whoever runs jobs again and again. */
export interface JobsAtHand {
  /** Runs every job that is due by the clock of the API, and those that these lead to, one after the other; of these topics only, if given. */
  run(topics?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export function openJobs(api: TestApi, stripe: PaymentGateway | null = null): JobsAtHand {
  const database = openDoorstepDatabase(api.databaseUrl, 4);
  const worker = new OutboxWorker({
    database,
    // Messages are handed to the handlers directly, so there is nothing to queue.
    queue: null as never,
    modules,
    context: {
      clock: api.clock,
      vault: TEST_VAULT,
      files: api.files,
      logger: pino({ level: 'silent' }),
      sms: createSmsTransport(null),
      mail: createMailTransport(null),
      phoneVerification: createPhoneVerification(null, TEST_VAULT),
      stripe,
      publicUrl: 'https://doorstep.test',
    },
  });
  return {
    run: async (topics) => {
      for (;;) {
        const waiting = await api.sql<Waiting>(
          `select id from outbox_message where done_at is null and due_at <= $1 and ($2::text[] is null or topic = any($2))
           order by due_at, id`,
          [api.clock.now(), topics ?? null],
        );
        if (waiting.length === 0) return;
        for (const { id } of waiting) await worker.handle(id);
      }
    },
    close: () => database.close(true),
  };
}

/** Runs every job that is due by the clock of the API, and those that these lead to, one after the other. */
export async function runDueJobs(api: TestApi, stripe: PaymentGateway | null = null): Promise<void> {
  const jobs = openJobs(api, stripe);
  try {
    await jobs.run();
  } finally {
    await jobs.close();
  }
}
