import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import { asSystem } from '../../platform/database-identity.ts';
import { VerificationError } from '../../platform/phone-verification.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { Sealed } from '../../platform/vault.ts';
import type { CodePurpose } from './phone-code.entity.ts';
import type { CodesUnavailableError } from './phone.errors.ts';
import type { PhoneCodeInput } from './phone.inputs.ts';
import { codesUnavailable, wrongCode } from './phone-refusals.ts';
import { challengeExpired } from './second-factor-refusals.ts';
import type { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';

/** How often a code may be given before it is worth nothing. */
const MOST_TRIES = 5;

/** The number that was proven, and how the refusal looks should it lead nowhere. */
export interface ProvenPhone {
  readonly phone: string;
  readonly refusal: InvalidCodeError;
}

interface CodeRow {
  readonly id: string;
  readonly phone: Sealed;
  readonly tries: number;
}

/**
 * Judges a code and uses it up if it is right. The try is counted, for good, before the code is looked at, and of many callers at
 * once no more are heard than there are tries.
 * @param accountId whose request it has to be; null for a sign-in
 */
export async function tryCode(
  context: RequestContext,
  { purpose, accountId }: { readonly purpose: CodePurpose; readonly accountId: string | null },
  { requestId, code }: PhoneCodeInput,
): Promise<ProvenPhone | InvalidCodeError | ChallengeExpiredError | CodesUnavailableError> {
  const row = isId(requestId) ? await takeTry(context, requestId, purpose, accountId) : null;
  if (row === null) return challengeExpired(context);
  const phone = context.vault.open('phone_code.phone', row.id, row.phone);
  const refusal = wrongCode(context, MOST_TRIES - row.tries);
  let isRight: boolean;
  try {
    isRight = await context.phones.verification.check({ id: row.id, to: phone, code: code.replaceAll(/\s/g, '') });
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    context.logger.error({ err: error, reference: context.reference }, 'a code could not be checked');
    return codesUnavailable(context);
  }
  if (!isRight) return refusal;
  return (await useUp(context, row.id)) ? { phone, refusal } : challengeExpired(context);
}

async function takeTry(
  { em, clock }: RequestContext,
  id: string,
  purpose: CodePurpose,
  accountId: string | null,
): Promise<CodeRow | null> {
  const { rows } = await asSystem(() =>
    sql<CodeRow>`
      update phone_code set tries = tries + 1
      where id = ${id} and purpose = ${purpose} and account_id is not distinct from ${accountId}::uuid
        and used_at is null and expires_at > ${clock.now()} and tries < ${MOST_TRIES}
      returning id, phone, tries`.execute(em.getKysely()),
  );
  return rows[0] ?? null;
}

async function useUp({ em, clock }: RequestContext, id: string): Promise<boolean> {
  const { rows } = await asSystem(() =>
    sql`update phone_code set used_at = ${clock.now()} where id = ${id} and used_at is null returning id`.execute(
      em.getKysely(),
    ),
  );
  return rows.length === 1;
}
