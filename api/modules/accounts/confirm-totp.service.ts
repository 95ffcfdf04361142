import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { SignedIn } from './accounts.type.ts';
import { AuthenticatorApp } from './authenticator-app.entity.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { continueSession } from './continue-session.ts';
import { enrolling, findEnrolment, mayEnrolFirst } from './enrolling-account.ts';
import type { Enrolment } from './enrolling-account.ts';
import { TokenPurpose, consumeToken } from './one-time-token.ts';
import { asActor } from './prove-factor.ts';
import { issueRecoveryCodes } from './recovery-codes.ts';
import { challengeExpired, wrongFactor } from './second-factor-refusals.ts';
import type { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';
import type { ConfirmTotpInput } from './second-factors.inputs.ts';
import { countFactors, lockFactors } from './second-factors.queries.ts';
import type { TotpConfirmed } from './second-factors.type.ts';
import { toSignInMethod } from './sign-in-method.ts';
import { ENROLMENT_MINUTES } from './start-totp.service.ts';
import { tellAccount } from './tell-account.ts';
import { findTotpStep } from './totp.ts';

interface Confirmed {
  readonly app: AuthenticatorApp;
  readonly recoveryCodes: string[];
  /** How the sign-in that waited for it began; null where its owner was signed in. */
  readonly method: string | null;
}

/** Makes a new authenticator app count, by its first code, and lets in whoever had to set one up. */
export async function confirmTotp(
  context: RequestContext,
  input: ConfirmTotpInput,
): Promise<TotpConfirmed | InvalidCodeError | ChallengeExpiredError> {
  const challenge = input.challenge ?? null;
  return enrolling(challenge, async () => {
    const enrolment = await findEnrolment(context, challenge);
    if (enrolment === null) return challengeExpired(context);
    const outcome = await inUnitOfWork(context.em, (em) => confirm(em, context, enrolment, input));
    if (outcome === 'WRONG') return wrongFactor(context, 'INVALID_CODE');
    if (outcome === 'GONE') return challengeExpired(context);
    const signedIn = await enter(context, enrolment, outcome.method);
    return signedIn === null
      ? challengeExpired(context)
      : { app: outcome.app, recoveryCodes: outcome.recoveryCodes, signedIn };
  });
}

async function confirm(
  em: EntityManager,
  context: RequestContext,
  { account, challenge }: Enrolment,
  { appId, code }: ConfirmTotpInput,
): Promise<Confirmed | 'WRONG' | 'GONE'> {
  const { vault, clock } = context;
  const now = clock.now();
  await lockFactors(em, account.id);
  // Somebody else who knew the password may have set the first factor up meanwhile.
  if (challenge !== null && !(await mayEnrolFirst(em, account))) return 'GONE';
  const since = new Date(now.getTime() - ENROLMENT_MINUTES * 60_000);
  const app = isId(appId)
    ? await em.findOne(
        AuthenticatorApp,
        { id: appId, account: account.id, confirmedAt: null, createdAt: { $gte: since } },
        { disableIdentityMap: true },
      )
    : null;
  if (app === null) return 'GONE';
  const step = findTotpStep(
    vault.open('authenticator_app.secret', app.id, app.secret),
    code.replaceAll(/\s/g, ''),
    now,
  );
  if (step === null) return 'WRONG';
  const token = challenge === null ? null : await consumeToken(em, context, TokenPurpose.SECOND_FACTOR, challenge);
  if (challenge !== null && token === null) return 'GONE';

  const { recoveryCodes: left } = await countFactors(em, account.id);
  await em.nativeUpdate(AuthenticatorApp, { id: app.id }, { confirmedAt: now, lastStep: step, lastUsedAt: now });
  const recoveryCodes = left === 0 ? await issueRecoveryCodes(em, context, account.id) : [];
  await recordAudit(em, asActor(context, account), {
    action: 'factor.added',
    subjectType: 'account',
    subjectId: account.id,
    after: { kind: 'AUTHENTICATOR_APP', id: app.id },
  });
  await tellAccount(em, context, { accountId: account.id, kind: 'factor-added' });
  return { app: { ...app, confirmedAt: now, lastUsedAt: now }, recoveryCodes, method: token?.subject ?? null };
}

/** The person goes on with a session that has a second factor: the one they have, or the one they came for. */
async function enter(
  context: RequestContext,
  { account, challenge }: Enrolment,
  method: string | null,
): Promise<SignedIn | null> {
  if (challenge === null) return continueSession(context, account, { secondFactor: true });
  const outcome = await completeSignIn(context, account, { method: toSignInMethod(method), secondFactor: true });
  return 'token' in outcome ? outcome : null;
}
