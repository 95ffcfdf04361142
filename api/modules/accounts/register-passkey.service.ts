import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { requireProvenFactor } from './enrolling-account.ts';
import { readRegistration } from './passkey-answer.ts';
import { toRelyingParty } from './passkey-party.ts';
import type { RelyingParty } from './passkey-party.ts';
import { Passkey } from './passkey.entity.ts';
import type { RegisterPasskeyInput } from './passkeys.inputs.ts';
import { takeChallenge } from './passkeys.queries.ts';
import type { PasskeyRegistered } from './passkeys.type.ts';
import { wrongFactor } from './second-factor-refusals.ts';
import type { InvalidCodeError } from './second-factors.errors.ts';
import { tellAccount } from './tell-account.ts';
import { requireRecentAuthentication } from './viewer.ts';

type Made = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isSynced'>;

/** Adds a passkey that was made with what `startPasskeyRegistration` said. */
export async function registerPasskey(
  context: RequestContext,
  input: RegisterPasskeyInput,
): Promise<PasskeyRegistered | InvalidCodeError> {
  const { em, clock, site } = context;
  const { accountId, sessionId } = requireRecentAuthentication(context);
  const account = await em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  await requireProvenFactor(context, account, sessionId);
  const name = input.name.trim();
  if (name === '') throw badUserInput('name', 'Give it a name.');

  const answered = readRegistration(input.passkey);
  const isExpected =
    answered !== null &&
    (await takeChallenge(em, clock, answered.challenge, { purpose: 'REGISTER', account: accountId }));
  const made = isExpected ? await verify(answered.response, answered.challenge, toRelyingParty(site.publicUrl)) : null;
  if (made === null) return wrongFactor(context, 'INVALID_PASSKEY');
  const passkey: Passkey = { id: newId(), account: accountId, name, createdAt: clock.now(), lastUsedAt: null, ...made };
  try {
    await inUnitOfWork(em, async (inside) => {
      await inside.insert(Passkey, passkey);
      await recordAudit(inside, context, {
        action: 'factor.added',
        subjectType: 'account',
        subjectId: accountId,
        after: { kind: 'PASSKEY', id: passkey.id },
      });
      await tellAccount(inside, context, { accountId, kind: 'passkey-added' });
    });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return wrongFactor(context, 'INVALID_PASSKEY');
    throw error;
  }
  return { passkey };
}

/** Null where the answer is not one that can be checked, or the check fails: which of these does not matter. */
async function verify(
  response: RegistrationResponseJSON,
  expectedChallenge: string,
  { id, origin }: RelyingParty,
): Promise<Made | null> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    if (registrationInfo === undefined) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isSynced: credentialBackedUp,
    };
  } catch {
    return null;
  }
}
