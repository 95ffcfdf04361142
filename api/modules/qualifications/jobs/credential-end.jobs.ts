import { z } from 'zod';
import { NOTICE_DAYS, dueNotice, politeInstant } from '../../../kernel/expiry-notices.ts';
import { addDays } from '../../../kernel/local-date.ts';
import { instantAt, localDateAt } from '../../../kernel/zoned-time.ts';
import { recordAudit } from '../../../platform/audit-log.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { Credential } from '../credential.entity.ts';
import {
  listEndingCredentials,
  listTimeZones,
  lockEndedCredentials,
  markNotice,
} from '../ending-credentials.queries.ts';
import { moveCredential } from '../move-credential.ts';
import { CREDENTIAL_EXPIRING } from '../qualifications.events.ts';

/** Once a day: plan the end of the day of each zone: `{ day }`. */
export const PLAN_EXPIRIES = 'plan-credential-expiries';
/** A local day has begun, so what was good until the day before is over: `{ timeZone }`. */
export const EXPIRE_CREDENTIALS = 'expire-credentials';
/** Once a day: look for credentials that end soon: `{ day }`. */
export const ANNOUNCE_EXPIRING = 'announce-expiring-credentials';

const CREDENTIALS_PER_RUN = 200;

/**
 * Expiry ends what the state says; whether somebody can be booked never waits for it, since that goes by the date (P3).
 * Each handler looks at what is true when it runs, so that a day without workers is made good by the next.
 */
export const credentialEndJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: PLAN_EXPIRIES,
    payload: z.object({ day: z.iso.date() }),
    handle: async ({ em, clock }) => {
      const now = clock.now();
      for (const timeZone of await listTimeZones(em)) {
        const midnight = instantAt(addDays(localDateAt(now, timeZone), 1), '00:00', timeZone);
        await publish(em, clock, [
          { topic: EXPIRE_CREDENTIALS, payload: { timeZone } },
          { topic: EXPIRE_CREDENTIALS, payload: { timeZone }, dueAt: midnight },
        ]);
      }
    },
  }),
  defineHandler({
    topic: EXPIRE_CREDENTIALS,
    payload: z.object({ timeZone: z.string() }),
    handle: async ({ em, clock }, { timeZone }) => {
      const today = localDateAt(clock.now(), timeZone);
      const ended = await lockEndedCredentials(em, timeZone, today, CREDENTIALS_PER_RUN);
      for (const id of ended) {
        const credential = await em.findOneOrFail(Credential, { id }, { disableIdentityMap: true });
        const moved = await moveCredential(em, clock, credential, {
          act: 'EXPIRE',
          actor: 'SYSTEM',
          actorAccount: null,
          timeZone,
        });
        if ('refusal' in moved) continue;
        await recordAudit(em, { clock }, { action: 'credential.expired', subjectType: 'credential', subjectId: id });
      }
      if (ended.length === CREDENTIALS_PER_RUN)
        await publish(em, clock, [{ topic: EXPIRE_CREDENTIALS, payload: { timeZone } }]);
    },
  }),
  defineHandler({
    topic: ANNOUNCE_EXPIRING,
    payload: z.object({ day: z.iso.date() }),
    handle: async ({ em, clock }) => {
      const now = clock.now();
      const today = localDateAt(now, 'UTC');
      const ending = await listEndingCredentials(em, today, addDays(today, NOTICE_DAYS[0]));
      for (const { id, approvedOn, validUntil, timeZone } of ending) {
        // Whoever is approved late is not told of steps that had passed by then.
        const term = { from: approvedOn, until: validUntil };
        const days = dueNotice(term, localDateAt(now, timeZone));
        if (days === null || !(await markNotice(em, id, days, now))) continue;
        const payload = { credentialId: id, days };
        await publish(em, clock, [{ topic: CREDENTIAL_EXPIRING, payload, dueAt: politeInstant(now, timeZone) }]);
      }
    },
  }),
];
