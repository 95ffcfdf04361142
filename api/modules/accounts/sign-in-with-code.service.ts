import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import type { SecondFactorRequired } from './accounts.errors.ts';
import type { SignedIn } from './accounts.type.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { CodePurpose } from './phone-code.entity.ts';
import type { CodesUnavailableError } from './phone.errors.ts';
import type { PhoneCodeInput } from './phone.inputs.ts';
import { recordRefusedSignIn } from './record-sign-in.ts';
import type { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';
import { SignInMethod } from './sign-in-method.ts';
import { tryCode } from './try-code.ts';

type Outcome = SignedIn | SecondFactorRequired | InvalidCodeError | ChallengeExpiredError | CodesUnavailableError;

/** Signs in whoever reads the texts of a number that an account has proven. A code is one factor: staff need their second all the same. */
export async function signInWithCode(context: RequestContext, input: PhoneCodeInput): Promise<Outcome> {
  const tried = await tryCode(context, { purpose: CodePurpose.SIGN_IN, accountId: null }, input);
  if (!('phone' in tried)) return tried;
  const account = await findByPhone(context, tried.phone);
  if (account === null) return tried.refusal;
  if (account.bannedAt != null) {
    recordRefusedSignIn(context, account, 'BANNED');
    return tried.refusal;
  }
  return completeSignIn(context, account, { method: SignInMethod.PHONE_CODE, secondFactor: false });
}

/** Whoever has proven the number, at this moment. */
async function findByPhone({ em, vault }: RequestContext, phone: string): Promise<Account | null> {
  const phoneHash = vault.lookupHash('account.phone', phone);
  return asSystem(() =>
    em.findOne(Account, { phoneHash, phoneVerifiedAt: { $ne: null } }, { disableIdentityMap: true }),
  );
}
