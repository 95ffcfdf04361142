import { expect } from 'vitest';
import { runDueJobs } from './run-jobs.ts';
import type { TestApi } from './test-api.ts';
import { buildVisitScene, minutesIn } from './visit-scene.ts';
import type { VisitScene } from './visit-scene.ts';

export interface Posted {
  readonly kind: string;
  readonly lines: Readonly<Record<string, number>>;
}

/** What is posted for a booking, oldest first. */
export async function postedFor(api: TestApi, bookingId: string): Promise<Posted[]> {
  return api.sql<Posted>(
    `select t.kind, jsonb_object_agg(e.account, e.amount) as lines
     from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
     where split_part(t.reference, '/', 1) = $1 group by t.id order by min(e.position)`,
    [bookingId],
  );
}

/** £72 less a voucher of £12, with tax in what is left, and a tip of £6. */
export const QUOTE = {
  lines: [
    { kind: 'BASE', label: { en: 'Home cleaning', 'zh-CN': '日常保洁' }, amount: 7_200 },
    { kind: 'DISCOUNT', label: { en: 'Voucher', 'zh-CN': '代金券' }, amount: -1_200 },
    { kind: 'TIP', label: { en: 'Tip', 'zh-CN': '小费' }, amount: 600 },
  ],
  discounts: 1_200,
  tax: 1_000,
  tip: 600,
  total: 6_600,
  currency: 'GBP',
  durationMinutes: 120,
} as const;

/** A visit with a voucher and a tip that took place and was paid for. */
export async function buildPaidVisit(api: TestApi): Promise<VisitScene> {
  api.clock.set(minutesIn(-30));
  const scene = await buildVisitScene(api, { storedQuote: { ...QUOTE, lines: [...QUOTE.lines] } });
  api.clock.set(minutesIn(0));
  expect((await scene.begin()).__typename).toBe('VisitUpdated');
  api.clock.set(minutesIn(120));
  expect((await scene.byProvider('finishVisit')).__typename).toBe('VisitUpdated');
  await runDueJobs(api);
  return scene;
}
