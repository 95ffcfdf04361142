import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { toIpClass } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import {
  ACCOUNT_DAILY,
  NUMBER_DAILY,
  NUMBER_HOURLY,
  beginOf,
  networkDaily,
  openTo,
  secondsLeft,
} from './domain/text-caps.ts';
import type { DayCap, Window } from './domain/text-caps.ts';
import type { TextScope } from './text-count.entity.ts';

export interface TextToCount {
  readonly phone: string;
  /** US cents. */
  readonly price: number;
  /** Who asks, where they are signed in. */
  readonly accountId: string | null;
}

/** Which cap said no, and when it may say yes again. */
export interface Capped {
  readonly scope: TextScope;
  readonly retryAfterSeconds: number;
}

/** Leaves the transaction with everything undone that was counted in it. */
export class CappedText extends Error {
  readonly capped: Capped;

  constructor(capped: Capped) {
    super(`the cap of ${capped.scope} is reached`);
    this.capped = capped;
  }
}

interface Counter {
  readonly scope: TextScope;
  readonly key: string;
  readonly span: Window;
  readonly most: DayCap;
}

const ANY_COST = 2_000_000_000;

/**
 * Counts one text in the transaction of `em`, by every cap or by none. Each count moves by one statement that looks at the cap
 * itself, so that however many processes promise at once, no more are promised than there may be. Rows are taken in one order,
 * the one that everybody shares last and shortest. @throws CappedText
 */
export async function countText(em: EntityManager, context: RequestContext, text: TextToCount): Promise<void> {
  const { vault, ip, phones } = context;
  const day: DayCap = { texts: phones.rules.dailyTexts, cost: phones.rules.dailyCost };
  const keyOf = (scope: TextScope, value: string): string => vault.lookupHash('text_count.key', `${scope}:${value}`);
  const upTo = (texts: number): DayCap => ({ texts, cost: ANY_COST });
  const number = { scope: 'NUMBER', key: keyOf('NUMBER', text.phone) } as const;
  await count(em, context, text, { ...number, span: 'HOUR', most: upTo(NUMBER_HOURLY) });
  await count(em, context, text, { ...number, span: 'DAY', most: upTo(NUMBER_DAILY) });
  if (text.accountId !== null) {
    const key = keyOf('ACCOUNT', text.accountId);
    await count(em, context, text, { scope: 'ACCOUNT', key, span: 'DAY', most: upTo(ACCOUNT_DAILY) });
  }
  const asked = await count(em, context, text, {
    scope: 'NETWORK',
    key: keyOf('NETWORK', toIpClass(ip) ?? 'unknown'),
    span: 'DAY',
    most: upTo(networkDaily(day)),
  });
  await count(em, context, text, { scope: 'ALL', key: 'ALL', span: 'DAY', most: openTo(asked, day) });
}

/** Returns how many there are now, this one included. */
async function count(
  em: EntityManager,
  { clock }: Pick<RequestContext, 'clock'>,
  { price }: TextToCount,
  { scope, key, span, most }: Counter,
): Promise<number> {
  const now = clock.now();
  const { rows } = await sql<{ texts: number }>`
    insert into text_count as counted (id, scope, key, span, since, texts, cost)
    select ${newId()}, ${scope}, ${key}, ${span}, ${beginOf(span, now)}::timestamptz, 1, ${price}::integer
      where 1 <= ${most.texts}::integer and ${price}::integer <= ${most.cost}::integer
    on conflict (scope, key, span, since) do update
      set texts = counted.texts + 1, cost = counted.cost + excluded.cost
      where counted.texts < ${most.texts}::integer and counted.cost + excluded.cost <= ${most.cost}::integer
    returning texts`.execute(em.getKysely());
  const [row] = rows;
  if (row === undefined) throw new CappedText({ scope, retryAfterSeconds: secondsLeft(span, now) });
  return row.texts;
}

/** What was promised today, over all. */
export async function readToday(
  em: EntityManager,
  { clock }: Pick<RequestContext, 'clock'>,
): Promise<{ readonly texts: number; readonly cost: number }> {
  const { rows } = await sql<{ texts: number; cost: number }>`
    select texts, cost from text_count where scope = 'ALL' and span = 'DAY' and since = ${beginOf('DAY', clock.now())}`.execute(
    em.getKysely(),
  );
  return rows[0] ?? { texts: 0, cost: 0 };
}
