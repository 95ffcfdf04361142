import type { Clock } from '../kernel/clock.ts';
import { Booking, COMPLETE_VISIT } from '../modules/bookings/index.ts';
import { scheduleReminders } from '../modules/notifications/index.ts';
import { recordAudit } from '../platform/audit-log.ts';
import type { Database } from '../platform/database.ts';
import type { Files } from '../platform/files/index.ts';
import { publish } from '../platform/outbox.ts';
import type { Vault } from '../platform/vault.ts';
import { keepDemoEvidence } from './demo/demo-evidence.ts';
import { keepDemoLessonImages } from './demo/demo-lesson-images.ts';
import { loadDemo } from './demo/load-demo.ts';

export interface SeedContext {
  readonly clock: Clock;
  readonly vault: Vault;
  /** Null where nobody will look at the papers of the demo. */
  readonly files: Files | null;
}

/** Loads the demo marketplace and lets its upcoming visits be reminded of and completed like any other. */
export async function seedDemo(
  database: Database,
  { clock, vault, files }: SeedContext,
  onProgress: (step: string) => void,
): Promise<void> {
  onProgress('loading the demo marketplace');
  await database.em.fork().transactional(async (em) => {
    const loaded = await loadDemo(em, clock, vault);
    const upcoming = await em.find(
      Booking,
      { id: { $in: [...loaded.upcomingBookingIds] } },
      { disableIdentityMap: true },
    );
    for (const booking of upcoming) {
      const payload = { bookingId: booking.id, generation: booking.generation };
      await scheduleReminders({ em, clock }, payload, clock.now());
      await publish(em, clock, [{ topic: COMPLETE_VISIT, payload, dueAt: booking.endsAt }]);
    }
    if (files !== null) {
      await keepDemoEvidence(em, { files, vault });
      await keepDemoLessonImages(em, { files, vault });
    }
    await recordAudit(em, { clock }, { action: 'demo.loaded', subjectType: 'demo', subjectId: null });
    onProgress(
      `demo: ${loaded.providerCount} providers, ${loaded.bookingCount} bookings in ${loaded.regionCount} regions`,
    );
  });
}
