import { sql } from 'kysely';
import type { JobContext } from '../../platform/module.ts';
import {
  FORGOTTEN_AFTER_MS,
  GIVEN_UP_AFTER_MS,
  STEP_FORGOTTEN_AFTER_MS,
  closeAttempt,
  emptyAttempt,
  findAttempt,
  giveUpAttempt,
  lookLater,
} from './payment-attempts.ts';
import type { AttemptRow } from './payment-attempts.ts';
import { gatewayNamed } from './payments.service.ts';

/**
 * Sees to an order that nobody said the end of: whoever gave it died, or never heard the answer. It is given up first, so that
 * nothing can stand on it any more, and then whatever the gateway holds for it is let go of.
 */
export async function lookAtAttempt(context: JobContext, attemptId: string): Promise<void> {
  const { em, clock, logger } = context;
  const attempt = await findAttempt(em, sql`id = ${attemptId}`);
  if (attempt === null) return;
  const age = clock.now().getTime() - attempt.createdMs;
  const mayBeWanted = attempt.status === 'ACTION_REQUIRED' ? STEP_FORGOTTEN_AFTER_MS : FORGOTTEN_AFTER_MS;
  if (attempt.status !== 'LETTING_GO' && age < mayBeWanted) {
    await lookLater(em, clock, attempt.id, mayBeWanted - age);
    return;
  }
  const givenUp = await giveUpAttempt(em, clock, { id: attempt.id });
  if (givenUp === null) return;
  const gateway = gatewayNamed(context, givenUp.gateway);
  const charge =
    givenUp.gatewayId === null
      ? await gateway.lookupByKey(givenUp.idempotencyKey, new Date(givenUp.createdMs))
      : await gateway.lookup(givenUp.gatewayId);
  if (charge !== null) {
    await emptyAttempt(context, gateway, givenUp, charge);
    logger.warn({ attemptId, found: charge.status }, 'a forgotten payment was let go of');
    return;
  }
  await waitOrClose(context, givenUp, age);
}

/** What the gateway does not know of may still be on its way to it. */
async function waitOrClose({ em, clock }: JobContext, attempt: AttemptRow, age: number): Promise<void> {
  if (age < GIVEN_UP_AFTER_MS) await lookLater(em, clock, attempt.id, GIVEN_UP_AFTER_MS - age);
  else await closeAttempt(em, clock, attempt.id, null);
}
