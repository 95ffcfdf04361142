import { isId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { Passkey } from './passkey.entity.ts';
import type { RenamePasskeyInput } from './passkeys.inputs.ts';
import type { PasskeyRenamed } from './passkeys.type.ts';
import { factorNotFound } from './second-factor-refusals.ts';
import type { FactorNotFoundError } from './second-factors.errors.ts';

/** Gives one of the viewer's passkeys another name. */
export async function renamePasskey(
  context: RequestContext,
  { accountId }: ViewerIdentity,
  input: RenamePasskeyInput,
): Promise<PasskeyRenamed | FactorNotFoundError> {
  const name = input.name.trim();
  if (name === '') throw badUserInput('name', 'Give it a name.');
  const { em } = context;
  const own = { id: input.id, account: accountId };
  if (!isId(input.id) || (await em.nativeUpdate(Passkey, own, { name })) === 0) return factorNotFound(context);
  return { renamed: await em.findOneOrFail(Passkey, own, { disableIdentityMap: true }) };
}
