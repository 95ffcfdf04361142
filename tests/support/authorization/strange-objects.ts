import { Booking, BookingSeries } from '../../../api/modules/bookings/index.ts';
import { Credential } from '../../../api/modules/qualifications/index.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { subjectOf } from './subjects.ts';

/** Rows of strangers, as they lie in the database. */
export interface Strange {
  readonly accountId: string;
  readonly providerId: string;
  readonly booking: Booking;
  readonly series: BookingSeries;
  readonly credential: Credential;
  /** Its owners stand wherever types have theirs. */
  readonly anything: object;
}

export async function buildStrangeObjects(scene: MatrixScene): Promise<Strange> {
  const { em } = scene.api;
  const { household, provider } = scene.strangers;
  const plain = { disableIdentityMap: true } as const;
  const bookingId = await subjectOf('booking').make(scene, household);
  const seriesId = await subjectOf('series').make(scene, household);
  const credentialId = await subjectOf('credential').make(scene, provider);
  return {
    accountId: household.account.id,
    providerId: provider.provider.id,
    booking: await em.findOneOrFail(Booking, { id: bookingId }, plain),
    series: await em.findOneOrFail(BookingSeries, { id: seriesId }, plain),
    credential: await em.findOneOrFail(Credential, { id: credentialId }, plain),
    anything: {
      id: household.account.id,
      account: household.account.id,
      accountId: household.account.id,
      household: household.account.id,
      provider: provider.provider.id,
    },
  };
}
