import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import { asSystem } from '../../platform/database-identity.ts';
import { publish } from '../../platform/outbox.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { AddressRequest, SEALED_ADDRESS_REQUEST } from './address-request.entity.ts';
import type { AddressWish } from './address-request.entity.ts';
import type { TooManyAttemptsError } from './accounts.errors.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** Something was asked of an address: `{ requestId }`. */
export const ANSWER_ADDRESS = 'answer-address-request';

/** Messages that anybody can cause to an address that is not proven to be theirs. */
const MESSAGES: RateLimit = { name: 'mail-address', points: 5, windowSeconds: 24 * 3600 };
const LINK_HOURS = 24;

export interface AddressQuestion {
  readonly wish: AddressWish;
  /** In lower case. */
  readonly email: string;
  readonly locale: string;
  readonly accountId?: string;
  readonly passwordHash?: string;
  readonly displayName?: string;
}

/** What the device that asked may keep, to say later that it was the one. */
export interface AddressAsked {
  readonly claim: string;
}

/**
 * Asks the address, once the request is answered. It does the same whether or not the address is known: one count, one row, one
 * message for a job.
 */
export async function askAddress(
  context: RequestContext,
  question: AddressQuestion,
): Promise<AddressAsked | TooManyAttemptsError> {
  const { vault, clock } = context;
  const wait = await context.limits.consume(MESSAGES, vault.lookupHash('account.email', question.email));
  if (wait !== null) return tooManyAttempts(context, wait);
  const id = newId();
  const claim = randomBytes(24).toString('base64url');
  const now = clock.now();
  const request = vault.sealRow(SEALED_ADDRESS_REQUEST, {
    id,
    wish: question.wish,
    account: question.accountId ?? null,
    email: question.email,
    passwordHash: question.passwordHash ?? null,
    displayName: question.displayName ?? null,
    locale: question.locale,
    claimHash: hashClaim(claim),
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
  });
  await asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      await em.insert(AddressRequest, request);
      await publish(em, clock, [{ topic: ANSWER_ADDRESS, payload: { requestId: id } }]);
    }),
  );
  return { claim };
}

export function hashClaim(claim: string): string {
  return createHash('sha256').update(claim).digest('hex');
}
