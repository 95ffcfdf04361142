import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { TokenPurpose, findToken } from './one-time-token.ts';
import { toRelyingParty } from './passkey-party.ts';
import { Passkey } from './passkey.entity.ts';
import { PasskeyPurpose } from './passkeys.inputs.ts';
import type { StartPasskeyInput } from './passkeys.inputs.ts';
import { keepChallenge } from './passkeys.queries.ts';
import type { PasskeyRequest } from './passkeys.type.ts';
import { challengeExpired } from './second-factor-refusals.ts';
import type { ChallengeExpiredError } from './second-factors.errors.ts';
import { requireViewer } from './viewer.ts';

/**
 * Makes a challenge for a passkey to sign. A visitor's names no passkeys: it is the same whoever asks, and tells of no account
 * that there is one.
 */
export async function startPasskey(
  context: RequestContext,
  { purpose, challenge }: StartPasskeyInput,
): Promise<PasskeyRequest | ChallengeExpiredError> {
  const viewer = purpose === PasskeyPurpose.REAUTHENTICATE ? requireViewer(context) : null;
  return asSystem(async () => {
    if (purpose !== PasskeyPurpose.SECOND_FACTOR) return request(context, viewer?.accountId ?? null);
    const token = await findToken(context.em, context, TokenPurpose.SECOND_FACTOR, challenge ?? '');
    return token === null ? challengeExpired(context) : request(context, token.accountId);
  });
}

async function request({ em, clock, site }: RequestContext, account: string | null): Promise<PasskeyRequest> {
  const known =
    account === null ? [] : await em.find(Passkey, { account }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const options = await generateAuthenticationOptions({
    rpID: toRelyingParty(site.publicUrl).id,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'required',
  });
  await keepChallenge(em, clock, options.challenge, { purpose: 'PROVE', account });
  return { options: JSON.stringify(options) };
}
