import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account, SEALED_ACCOUNT } from './account.entity.ts';
import { requireProvenFactor } from './enrolling-account.ts';
import { toRelyingParty } from './passkey-party.ts';
import { Passkey } from './passkey.entity.ts';
import { keepChallenge } from './passkeys.queries.ts';
import type { PasskeyRegistrationStarted } from './passkeys.type.ts';
import { toUserHandle } from './prove-passkey.ts';
import { TooManyFactorsError } from './second-factors.errors.ts';
import { requireRecentAuthentication } from './viewer.ts';

const MOST_PASSKEYS = 20;

/** Says what a new passkey is to be made with: one that its authenticator finds by itself, and gives to its owner alone. */
export async function startPasskeyRegistration(
  context: RequestContext,
): Promise<PasskeyRegistrationStarted | TooManyFactorsError> {
  const { em, clock, site, vault } = context;
  const { accountId, sessionId } = requireRecentAuthentication(context);
  const account = await em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  await requireProvenFactor(context, account, sessionId);
  const known = await em.find(Passkey, { account: accountId }, { disableIdentityMap: true });
  if (known.length >= MOST_PASSKEYS) {
    return new TooManyFactorsError(
      'TOO_MANY_PASSKEYS',
      say(context, {
        en: `An account has at most ${MOST_PASSKEYS} passkeys. Remove one first.`,
        'zh-CN': `每个账号最多可添加 ${MOST_PASSKEYS} 个通行密钥，请先移除一个。`,
      }),
    );
  }
  const options = await generateRegistrationOptions({
    rpName: 'Doorstep',
    rpID: toRelyingParty(site.publicUrl).id,
    userID: new Uint8Array(toUserHandle(accountId)),
    userName: vault.openRow(SEALED_ACCOUNT, account).email,
    userDisplayName: account.displayName,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(em, clock, options.challenge, { purpose: 'REGISTER', account: accountId });
  return { options: JSON.stringify(options) };
}
