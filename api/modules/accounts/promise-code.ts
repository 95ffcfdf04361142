import { newId } from '../../kernel/ids.ts';
import { asSystem } from '../../platform/database-identity.ts';
import { refusedTexts } from '../../platform/metrics.ts';
import { publish } from '../../platform/outbox.ts';
import { readPhone } from '../../platform/phone-number.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { TooManyAttemptsError } from './accounts.errors.ts';
import { CappedText, countText } from './count-text.ts';
import type { TextToCount } from './count-text.ts';
import { type CodePurpose, PhoneCode, SEALED_PHONE_CODE } from './phone-code.entity.ts';
import type { PhoneRefusedError, TextsUsedUpError } from './phone.errors.ts';
import type { PhoneInput } from './phone.inputs.ts';
import { refuseByCap, refusePhone } from './phone-refusals.ts';
import { CodePromised } from './phone.type.ts';

/** A code was promised to a phone: `{ codeId }`. */
export const CODE_PROMISED = 'phone-code.promised';

const CODE_MINUTES = 10;
/** A line in the log says that codes have run out; under an attack one a minute will do. */
const ALARM: RateLimit = { name: 'texts-used-up', points: 1, windowSeconds: 60, local: true };

export type CodeAnswer = CodePromised | PhoneRefusedError | TooManyAttemptsError | TextsUsedUpError;

/**
 * Promises a code, for a job to send. It does the same whoever has the number: one set of counts, one row, one message. Whether
 * a sign-in has anybody to sign in is found out by the job.
 */
export async function promiseCode(
  context: RequestContext,
  { purpose, accountId }: { readonly purpose: CodePurpose; readonly accountId: string | null },
  input: PhoneInput,
): Promise<CodeAnswer> {
  const { vault, clock, phones } = context;
  const number = readPhone(input.phone, input.country, phones.rules.countries);
  if (typeof number === 'string') return refusePhone(context, number);
  const id = newId();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  const code = vault.sealRow(SEALED_PHONE_CODE, {
    id,
    purpose,
    account: accountId,
    phone: number.e164,
    locale: context.locale,
    tries: 0,
    createdAt: now,
    expiresAt,
    sentAt: null,
    usedAt: null,
  });
  const price = phones.rules.countries.get(number.country) ?? 0;
  try {
    await keepPromise(context, code, { phone: number.e164, price, accountId });
  } catch (error) {
    if (!(error instanceof CappedText)) throw error;
    await noteCap(context, error, number.country);
    return refuseByCap(context, error.capped);
  }
  return new CodePromised(id, expiresAt, number.e164);
}

async function keepPromise(context: RequestContext, code: PhoneCode, text: TextToCount): Promise<void> {
  await asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      await em.insert(PhoneCode, code);
      await publish(em, context.clock, [{ topic: CODE_PROMISED, payload: { codeId: code.id } }]);
      await countText(em, context, text);
    }),
  );
}

async function noteCap(context: RequestContext, { capped: { scope } }: CappedText, country: string): Promise<void> {
  refusedTexts.inc({ cap: scope.toLowerCase() });
  if (scope !== 'ALL' || (await context.limits.consume(ALARM, scope)) !== null) return;
  context.logger.warn({ country, reference: context.reference }, 'codes by text have reached their cap of the day');
}
