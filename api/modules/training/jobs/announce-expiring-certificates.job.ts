import { z } from 'zod';
import { NOTICE_DAYS, dueNotice, politeInstant } from '../../../kernel/expiry-notices.ts';
import { addDays } from '../../../kernel/local-date.ts';
import { localDateAt } from '../../../kernel/zoned-time.ts';
import { defineHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { listEndingCertificates, markNotice } from '../expiring-certificates.queries.ts';
import { CERTIFICATE_EXPIRING } from '../training.events.ts';

/** Once a day: look for certificates that end soon: `{ day }`. */
export const ANNOUNCE_EXPIRING_CERTIFICATES = 'announce-expiring-certificates';

/**
 * Announces for each certificate the step that has come, once. It looks at what is true when it runs, so that a day without
 * workers is made good the day after, and a second run of a day finds everything announced.
 */
export const announceExpiringCertificates = defineHandler({
  topic: ANNOUNCE_EXPIRING_CERTIFICATES,
  payload: z.object({ day: z.iso.date() }),
  handle: async ({ em, clock }) => {
    const now = clock.now();
    const today = localDateAt(now, 'UTC');
    for (const { id, validFrom, validUntil, timeZone } of await listEndingCertificates(
      em,
      today,
      addDays(today, NOTICE_DAYS[0]),
    )) {
      const days = dueNotice({ from: validFrom, until: validUntil }, localDateAt(now, timeZone));
      if (days === null || !(await markNotice(em, id, days, now))) continue;
      const payload = { certificateId: id, days };
      await publish(em, clock, [{ topic: CERTIFICATE_EXPIRING, payload, dueAt: politeInstant(now, timeZone) }]);
    }
  },
});
