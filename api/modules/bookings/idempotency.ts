import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { canonicalJson, idempotencyKeyProblem } from './domain/idempotency.ts';

/** What is kept of an answer: the name of its type and what it takes to give it again. */
export interface StoredAnswer {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface KeyedCall {
  readonly operation: string;
  readonly accountId: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** Checks the key and sums the rest of the input up. @throws BAD_USER_INPUT for a key that cannot be kept. */
export function toKeyedCall(
  context: RequestContext,
  operation: string,
  accountId: string,
  input: { readonly idempotencyKey: string },
): KeyedCall {
  const found = idempotencyKeyProblem(input.idempotencyKey);
  if (found) throw badUserInput('input.idempotencyKey', say(context, found.message));
  const { idempotencyKey, ...rest } = input;
  return {
    operation,
    accountId,
    key: idempotencyKey,
    fingerprint: createHash('sha256').update(canonicalJson(rest)).digest('hex'),
  };
}

/** The answer given under the key before, or null. @throws BAD_USER_INPUT when the key came with another input. */
export async function findAnswer(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
): Promise<StoredAnswer | null> {
  const { rows } = await sql<{ fingerprint: string; answer: StoredAnswer }>`
    select fingerprint, answer from idempotency_record
    where account_id = ${call.accountId} and operation = ${call.operation} and key = ${call.key}`.execute(
    em.getKysely(),
  );
  const record = rows[0];
  if (!record) return null;
  if (record.fingerprint !== call.fingerprint) {
    throw badUserInput(
      'input.idempotencyKey',
      say(context, {
        en: 'This key was used for another request. Use a new key for a new request.',
        'zh-CN': '该幂等键已用于另一请求，新请求请使用新的键。',
      }),
    );
  }
  return record.answer;
}

/** Keeps an answer in the transaction of its effect. */
export async function keepAnswer(
  em: EntityManager,
  context: RequestContext,
  call: KeyedCall,
  answer: StoredAnswer,
): Promise<void> {
  await sql`
    insert into idempotency_record (id, account_id, operation, key, fingerprint, answer, created_at)
    values (${newId()}, ${call.accountId}, ${call.operation}, ${call.key}, ${call.fingerprint}, ${JSON.stringify(answer)}::jsonb, ${context.clock.now()})`.execute(
    em.getKysely(),
  );
}
