import { pino } from 'pino';
import { modules } from '../../api/app/modules.ts';
import { Delivery, SEALED_DELIVERY } from '../../api/modules/notifications/delivery.entity.ts';
import { createPhoneVerification } from '../../api/platform/phone-verification.ts';
import { createMailTransport } from '../../api/platform/mail.ts';
import type { JobContext, MessageHandler } from '../../api/platform/module.ts';
import { createSmsTransport } from '../../api/platform/sms.ts';
import type { TestApi } from './test-api.ts';
import { TEST_VAULT } from './test-keys.ts';

export interface Letter {
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** What follows # in its link; null where it has none. */
  readonly token: string | null;
  /** Whose it is; null for an address without an account. */
  readonly account: string | null;
}

const TOPICS = ['answer-address-request', 'account.message'];
const handlers: readonly MessageHandler[] = modules.flatMap(({ jobs = [], subscribers = [] }) => [
  ...jobs,
  ...subscribers,
]);

/** Runs, as a worker would, what the requests so far have left for one about accounts. */
async function writeLetters(api: TestApi): Promise<void> {
  for (;;) {
    const [message] = await api.sql<{ id: string; topic: string; payload: unknown }>(
      'select id, topic, payload from outbox_message where done_at is null and topic = any ($1) order by id limit 1',
      [TOPICS],
    );
    if (message === undefined) return;
    await api.em.transactional(async (em) => {
      const context = {
        em,
        clock: api.clock,
        vault: TEST_VAULT,
        files: null as never,
        logger: pino({ level: 'silent' }),
        sms: createSmsTransport(null),
        mail: createMailTransport(null),
        phoneVerification: createPhoneVerification(null, TEST_VAULT),
        stripe: null,
        publicUrl: 'https://doorstep.test',
      } satisfies JobContext;
      for (const handler of handlers.filter(({ topic }) => topic === message.topic))
        await handler.handle(context, handler.payload.parse(message.payload));
    });
    await api.sql('update outbox_message set done_at = now() where id = $1', [message.id]);
  }
}

/** The letters to an address, oldest first, once all are written. */
export async function lettersTo(api: TestApi, email: string): Promise<Letter[]> {
  await writeLetters(api);
  const rows = await api.em.find(Delivery, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return rows
    .map((row) => ({ row, opened: TEST_VAULT.openRow(SEALED_DELIVERY, row) }))
    .filter(({ opened }) => opened.recipient === email)
    .map(({ row, opened }) => ({
      kind: row.kind,
      to: opened.recipient,
      subject: opened.subject ?? '',
      body: opened.body,
      token: /#([\w.-]+)/.exec(opened.body)?.[1] ?? null,
      account: row.account,
    }));
}

/** The token in the last letter to an address. @throws when there is none. */
export async function lastToken(api: TestApi, email: string): Promise<string> {
  const token = (await lettersTo(api, email)).at(-1)?.token;
  if (token == null) throw new Error(`no letter with a link went to ${email}`);
  return token;
}
