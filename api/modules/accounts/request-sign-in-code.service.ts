import type { RequestContext } from '../../platform/request-context.ts';
import { CodePurpose } from './phone-code.entity.ts';
import type { PhoneInput } from './phone.inputs.ts';
import { promiseCode } from './promise-code.ts';
import type { CodeAnswer } from './promise-code.ts';

/** Promises a code to sign in with. Answer and time are the same for a number that nobody has, to which none is sent. */
export async function requestSignInCode(context: RequestContext, input: PhoneInput): Promise<CodeAnswer> {
  return promiseCode(context, { purpose: CodePurpose.SIGN_IN, accountId: null }, input);
}
