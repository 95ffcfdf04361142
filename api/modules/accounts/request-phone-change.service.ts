import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { CodePurpose } from './phone-code.entity.ts';
import type { PhoneInput } from './phone.inputs.ts';
import { promiseCode } from './promise-code.ts';
import type { CodeAnswer } from './promise-code.ts';

/**
 * Promises a code to a number that an account wants. Nothing changes before it is proven, and whether another account has it is
 * told to nobody else than who proves it.
 */
export async function requestPhoneChange(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: PhoneInput,
): Promise<CodeAnswer> {
  return promiseCode(context, { purpose: CodePurpose.CHANGE_PHONE, accountId: viewer.accountId }, input);
}
