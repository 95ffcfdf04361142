import { addressKey } from '../../platform/rate-limits.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { TooManyAttemptsError } from './accounts.errors.ts';
import type { RequestPasswordResetInput } from './accounts.inputs.ts';
import { VerificationSent } from './accounts.type.ts';
import { AddressWish } from './address-request.entity.ts';
import { askAddress } from './ask-address.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const PER_ADDRESS: RateLimit = { name: 'reset-ip', points: 60, windowSeconds: 3600 };

/** Sends a link to set a new password, if the address has an account; the answer is the same if it has none. */
export async function requestPasswordReset(
  context: RequestContext,
  input: RequestPasswordResetInput,
): Promise<VerificationSent | TooManyAttemptsError> {
  const wait = await context.limits.consume(PER_ADDRESS, addressKey(context.ip));
  if (wait !== null) return tooManyAttempts(context, wait);
  const email = input.email.trim().toLowerCase();
  const asked = await askAddress(context, { wish: AddressWish.RESET_PASSWORD, email, locale: context.locale });
  return 'claim' in asked ? new VerificationSent(input.email, null) : asked;
}
