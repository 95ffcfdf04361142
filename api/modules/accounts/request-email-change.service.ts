import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import type { TooManyAttemptsError } from './accounts.errors.ts';
import type { RequestEmailChangeInput } from './accounts.inputs.ts';
import { VerificationSent } from './accounts.type.ts';
import { AddressWish } from './address-request.entity.ts';
import { askAddress } from './ask-address.ts';
import { requireRecentAuthentication } from './viewer.ts';

/** Sends a link to the new address; nothing changes before it is opened. The answer is the same for an address of somebody else. */
export async function requestEmailChange(
  context: RequestContext,
  input: RequestEmailChangeInput,
): Promise<VerificationSent | TooManyAttemptsError> {
  const { accountId } = requireRecentAuthentication(context);
  const email = input.newEmail.trim().toLowerCase();
  const account = await context.em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  if (context.vault.open('account.email', account.id, account.email) === email)
    throw badUserInput('newEmail', 'You sign in with this address already.');
  const asked = await askAddress(context, {
    wish: AddressWish.CHANGE_EMAIL,
    email,
    accountId,
    locale: account.locale,
  });
  return 'claim' in asked ? new VerificationSent(input.newEmail, null) : asked;
}
