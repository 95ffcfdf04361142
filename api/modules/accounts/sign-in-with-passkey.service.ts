import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import type { SignedIn } from './accounts.type.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { SignInWithPasskeyInput } from './passkeys.inputs.ts';
import { usePasskey } from './prove-passkey.ts';
import { recordRefusedSignIn } from './record-sign-in.ts';
import { wrongFactor } from './second-factor-refusals.ts';
import type { InvalidCodeError } from './second-factors.errors.ts';
import { SignInMethod } from './sign-in-method.ts';

/** Signs in whoever a passkey belongs to. It asked its owner for a finger, a face or a PIN, so it is a second factor as well. */
export async function signInWithPasskey(
  context: RequestContext,
  { passkey }: SignInWithPasskeyInput,
): Promise<SignedIn | InvalidCodeError> {
  const account = await asSystem(async () => {
    const id = await usePasskey(context.em, context, null, passkey);
    return id === null ? null : context.em.findOne(Account, { id }, { disableIdentityMap: true });
  });
  if (account?.bannedAt != null) recordRefusedSignIn(context, account, 'BANNED');
  if (account === null || account.bannedAt != null) return wrongFactor(context, 'INVALID_PASSKEY');
  const outcome = await completeSignIn(context, account, { method: SignInMethod.PASSKEY, secondFactor: true });
  if ('token' in outcome) return outcome;
  throw new Error('a second factor was asked for after a passkey was given');
}
