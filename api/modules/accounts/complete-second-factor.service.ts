import { badUserInput } from '../../platform/connection.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import type { SecondFactorRequired, TooManyAttemptsError } from './accounts.errors.ts';
import type { SignedIn } from './accounts.type.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { TokenPurpose, consumeToken, findToken, takeTry } from './one-time-token.ts';
import { countFactorTry, forgetFactorTries, useRecoveryCode, useTotpCode } from './prove-factor.ts';
import { recordRefusedSignIn } from './record-sign-in.ts';
import { challengeExpired, tooManyFactorTries, wrongFactor } from './second-factor-refusals.ts';
import type { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';
import type { CompleteSecondFactorInput } from './second-factors.inputs.ts';
import { toSignInMethod } from './sign-in-method.ts';

const MOST_TRIES = 5;

type Outcome = SignedIn | InvalidCodeError | ChallengeExpiredError | TooManyAttemptsError;

/** What was given, and how it is refused. */
interface Given {
  readonly refusal: 'INVALID_CODE' | 'INVALID_RECOVERY_CODE';
  readonly isRight: (em: EntityManager, account: Account) => Promise<boolean>;
}

/** The challenge was used up by somebody else at the same moment: what was proven for it is to be undone. */
class ChallengeGone extends Error {}

/**
 * Ends a sign-in by its second factor. A try is counted before what was given is looked at; only success and the last try use
 * the challenge up.
 */
export async function completeSecondFactor(
  context: RequestContext,
  input: CompleteSecondFactorInput,
): Promise<Outcome> {
  const given = readGiven(context, input);
  return asSystem(async () => {
    const { em } = context;
    const challenge = await findToken(em, context, TokenPurpose.SECOND_FACTOR, input.challenge);
    if (challenge === null) return challengeExpired(context);
    const wait = await countFactorTry(context, challenge.accountId);
    if (wait !== null) return tooManyFactorTries(context, wait);
    const triesLeft = await takeTry(em, context, challenge.id, MOST_TRIES);
    const account = await em.findOne(Account, { id: challenge.accountId }, { disableIdentityMap: true });
    if (triesLeft === null || account === null || account.bannedAt != null) return challengeExpired(context);

    const isRight = await accept(context, input.challenge, (inside) => given.isRight(inside, account));
    if (isRight === null) return challengeExpired(context);
    if (!isRight) {
      recordRefusedSignIn(context, account, 'WRONG_SECOND_FACTOR');
      return wrongFactor(context, given.refusal, triesLeft);
    }
    await forgetFactorTries(context, account.id);
    return entered(
      await completeSignIn(context, account, { method: toSignInMethod(challenge.subject), secondFactor: true }),
    );
  });
}

/** Whether the proof is right, with the challenge used up if so; null when the challenge is gone. */
async function accept(
  context: RequestContext,
  challenge: string,
  prove: (em: EntityManager) => Promise<boolean>,
): Promise<boolean | null> {
  try {
    return await inUnitOfWork(context.em, async (em) => {
      if (!(await prove(em))) return false;
      if ((await consumeToken(em, context, TokenPurpose.SECOND_FACTOR, challenge)) === null) throw new ChallengeGone();
      return true;
    });
  } catch (error) {
    if (error instanceof ChallengeGone) return null;
    throw error;
  }
}

function readGiven(context: RequestContext, { code, recoveryCode }: CompleteSecondFactorInput): Given {
  const ways: Given[] = [];
  if (code != null) {
    ways.push({
      refusal: 'INVALID_CODE',
      isRight: (em, account) => useTotpCode(em, context, account.id, code.replaceAll(/\s/g, '')),
    });
  }
  if (recoveryCode != null) {
    ways.push({
      refusal: 'INVALID_RECOVERY_CODE',
      isRight: (em, account) => useRecoveryCode(em, context, account, recoveryCode),
    });
  }
  const [given, another] = ways;
  if (given === undefined || another !== undefined) throw badUserInput('input', 'Give one second factor.');
  return given;
}

function entered(outcome: SignedIn | SecondFactorRequired): SignedIn {
  if ('token' in outcome) return outcome;
  throw new Error('a second factor was asked for after one was given');
}
