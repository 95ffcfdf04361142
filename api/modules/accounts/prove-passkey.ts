import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { readAuthentication } from './passkey-answer.ts';
import { toRelyingParty } from './passkey-party.ts';
import type { RelyingParty } from './passkey-party.ts';
import { Passkey } from './passkey.entity.ts';
import { countUse, takeChallenge } from './passkeys.queries.ts';

/**
 * Whose passkey signed what it was asked to, with a finger, a face or a PIN of its owner; null for any other answer. The
 * challenge is used up either way.
 * @param accountId whose it has to be; null where the passkey itself says who somebody is
 */
export async function usePasskey(
  em: EntityManager,
  context: RequestContext,
  accountId: string | null,
  answer: string,
): Promise<string | null> {
  const { clock, site } = context;
  const answered = readAuthentication(answer);
  if (answered === null) return null;
  if (!(await takeChallenge(em, clock, answered.challenge, { purpose: 'PROVE', account: accountId }))) return null;
  const passkey = await em.findOne(
    Passkey,
    { credentialId: answered.response.id, ...(accountId === null ? {} : { account: accountId }) },
    { disableIdentityMap: true },
  );
  if (passkey === null || !namesOwner(answered.response, passkey.account)) return null;
  const verified = await verify(answered.response, answered.challenge, passkey, toRelyingParty(site.publicUrl));
  if (!verified?.verified) return null;
  const { newCounter } = verified.authenticationInfo;
  return (await countUse(em, passkey.id, newCounter, clock.now())) ? passkey.account : null;
}

/** What the passkey was made for, where the authenticator says so. */
function namesOwner({ response: { userHandle } }: AuthenticationResponseJSON, accountId: string): boolean {
  return userHandle == null || userHandle === toUserHandle(accountId).toString('base64url');
}

/** The account as authenticators keep it. */
export function toUserHandle(accountId: string): Buffer<ArrayBuffer> {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex');
}

/** Null where the answer is not one that can be checked, or the check fails: which of these does not matter. */
async function verify(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  { credentialId, publicKey, counter }: Passkey,
  { id, origin }: RelyingParty,
): Promise<VerifiedAuthenticationResponse | null> {
  try {
    return await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
      requireUserVerification: true,
    });
  } catch {
    return null;
  }
}
