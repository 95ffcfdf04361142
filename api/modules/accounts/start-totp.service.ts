import { newId } from '../../kernel/ids.ts';
import { badUserInput } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { SEALED_ACCOUNT } from './account.entity.ts';
import { AuthenticatorApp, SEALED_AUTHENTICATOR_APP } from './authenticator-app.entity.ts';
import { enrolling, findEnrolment } from './enrolling-account.ts';
import { challengeExpired } from './second-factor-refusals.ts';
import { TooManyFactorsError } from './second-factors.errors.ts';
import type { ChallengeExpiredError } from './second-factors.errors.ts';
import type { StartTotpInput } from './second-factors.inputs.ts';
import { lockFactors } from './second-factors.queries.ts';
import type { TotpStarted } from './second-factors.type.ts';
import { newTotpSecret, toTotpUri } from './totp.ts';

/** How long a new app may take to show its first code. */
export const ENROLMENT_MINUTES = 15;
const MOST_APPS = 5;
/** Begun and not finished: each is a secret that was given out. */
const MOST_BEGUN = 10;

/** Gives out the secret of a new authenticator app; it counts once its first code was given. */
export async function startTotp(
  context: RequestContext,
  input: StartTotpInput,
): Promise<TotpStarted | ChallengeExpiredError | TooManyFactorsError> {
  const name = input.name.trim();
  if (name === '') throw badUserInput('name', 'Give it a name.');
  const challenge = input.challenge ?? null;
  return enrolling(challenge, async () => {
    const enrolment = await findEnrolment(context, challenge);
    if (enrolment === null) return challengeExpired(context);
    const { account } = enrolment;
    const app = {
      id: newId(),
      account: account.id,
      secret: newTotpSecret(),
      name,
      createdAt: context.clock.now(),
      confirmedAt: null,
      lastStep: 0,
      lastUsedAt: null,
    };
    const begun = await begin(context, app);
    if (!begun) {
      return new TooManyFactorsError(
        'TOO_MANY_APPS',
        say(context, {
          en: `An account has at most ${MOST_APPS} authenticator apps. Remove one first.`,
          'zh-CN': `每个账号最多可绑定 ${MOST_APPS} 个身份验证器，请先移除一个。`,
        }),
      );
    }
    const { email } = context.vault.openRow(SEALED_ACCOUNT, account);
    return { appId: app.id, secret: app.secret, uri: toTotpUri(app.secret, email) };
  });
}

async function begin(
  { em, vault, clock }: RequestContext,
  app: Omit<AuthenticatorApp, 'secret'> & { secret: string },
): Promise<boolean> {
  return inUnitOfWork(em, async (inside) => {
    await lockFactors(inside, app.account);
    const stale = new Date(clock.now().getTime() - ENROLMENT_MINUTES * 60_000);
    await inside.nativeDelete(AuthenticatorApp, {
      account: app.account,
      confirmedAt: null,
      createdAt: { $lt: stale },
    });
    const confirmed = await inside.count(AuthenticatorApp, { account: app.account, confirmedAt: { $ne: null } });
    const waiting = await inside.count(AuthenticatorApp, { account: app.account, confirmedAt: null });
    if (confirmed >= MOST_APPS || waiting >= MOST_BEGUN) return false;
    await inside.insert(AuthenticatorApp, vault.sealRow(SEALED_AUTHENTICATOR_APP, app));
    return true;
  });
}
