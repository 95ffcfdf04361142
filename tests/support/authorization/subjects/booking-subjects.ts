import { newId } from '../../../../api/kernel/ids.ts';
import { HoursException, TimeOff } from '../../../../api/modules/availability/index.ts';
import {
  BookingState,
  WaitlistEntry,
  WaitlistOffer,
  WaitlistOfferStatus,
  WaitlistStatus,
} from '../../../../api/modules/bookings/index.ts';
import { Venue } from '../../../../api/modules/catalog/index.ts';
import { VisitPhotoUpload } from '../../../../api/modules/bookings/visit-photo-upload.entity.ts';
import { PhotoMoment } from '../../../../api/modules/bookings/visit-photo.entity.ts';
import { SupportCase, SupportCaseKind } from '../../../../api/modules/support/support-case.entity.ts';
import type { UnsealedBooking } from '../../../../api/modules/bookings/index.ts';
import { buildBooking } from '../../builders/booking.builder.ts';
import type { BookingOverrides } from '../../builders/booking.builder.ts';
import { buildMoveProposal } from '../../builders/move-proposal.builder.ts';
import { buildSeriesOf } from '../../builders/series.builder.ts';
import { TEST_NOW } from '../../fakes/clock.ts';
import { ACCOUNTS, secretOf } from '../callers.ts';
import type { Person } from '../callers.ts';
import type { MatrixScene } from '../matrix-scene.ts';
import { SECRET_PLACE } from './account-subjects.ts';
import type { Subject } from '../subjects.ts';

const HOUR_MS = 3_600_000;

/** A booking of that person: in their diary for a provider, of their household for everybody else. */
async function makeBooking(scene: MatrixScene, person: Person, overrides: BookingOverrides): Promise<string> {
  return (await makeVisit(scene, person, overrides)).id;
}

async function makeVisit(
  { api, strangers, nextDay }: MatrixScene,
  person: Person,
  overrides: BookingOverrides,
): Promise<UnsealedBooking> {
  const household = person.provider ? strangers.household : person;
  return buildBooking(api.em, {
    household: household.account.id,
    provider: person.provider ?? strangers.provider.provider,
    addressLine: secretOf(household, 'line'),
    district: secretOf(household, 'district'),
    doorNote: secretOf(household, 'door'),
    note: secretOf(household, 'note'),
    ...SECRET_PLACE,
    startsAt: nextDay(),
    ...overrides,
  });
}

/** A series with one visit of that person. */
async function makeSeries(scene: MatrixScene, person: Person): Promise<{ seriesId: string; visitId: string }> {
  return buildSeriesOf(scene.api.em, await makeVisit(scene, person, {}));
}

/** A case that is open, about a visit of strangers. */
export async function makeSupportCase(scene: MatrixScene): Promise<string> {
  const id = newId();
  await scene.api.em.insert(SupportCase, {
    id,
    booking: await makeBooking(scene, scene.strangers.household, {}),
    kind: SupportCaseKind.UNSAFE_EXIT,
    openedAt: TEST_NOW,
    closedAt: null,
    closedBy: null,
    outcome: null,
  });
  return id;
}

async function makeEntry({ api, item }: MatrixScene, person: Person, status: WaitlistStatus): Promise<string> {
  const id = newId();
  await api.em.insert(WaitlistEntry, {
    id,
    household: person.account.id,
    joinedBy: person.account.id,
    region: item.region,
    provider: null,
    items: [{ itemId: item.id, units: 2, optionIds: [] }],
    venue: Venue.AT_HOME,
    address: null,
    ...SECRET_PLACE,
    firstDay: '2027-03-15',
    lastDay: '2027-03-16',
    earliest: null,
    latest: null,
    status,
    unanswered: 0,
    joinedAt: TEST_NOW,
    closedAt: null,
  });
  return id;
}

const requested: BookingOverrides = {
  state: BookingState.REQUESTED,
  confirmedAt: null,
  requestExpiresAt: new Date(TEST_NOW.getTime() + 12 * HOUR_MS),
};

export const bookingSubjects = {
  booking: { owners: ACCOUNTS, stranger: 'household', make: (scene, person) => makeBooking(scene, person, {}) },
  heldBooking: {
    owners: ACCOUNTS.filter((name) => name !== 'provider'),
    besides: ['provider'],
    stranger: 'household',
    make: (scene, person) =>
      makeBooking(scene, person, {
        state: BookingState.HELD,
        confirmedAt: null,
        holdExpiresAt: new Date(TEST_NOW.getTime() + 10 * 60_000),
      }),
  },
  request: {
    owners: ['provider'],
    stranger: 'provider',
    make: (scene, person) => makeBooking(scene, person, requested),
  },
  visited: {
    owners: ACCOUNTS.filter((name) => name !== 'provider'),
    besides: ['provider'],
    stranger: 'household',
    make: (scene, person) => {
      const endsAt = new Date(scene.nextDay().getTime() - 2_000 * 24 * HOUR_MS);
      return makeBooking(scene, person, {
        state: BookingState.COMPLETED,
        startsAt: new Date(endsAt.getTime() - 2 * HOUR_MS),
        endsAt,
        completedAt: new Date(TEST_NOW.getTime() - 24 * HOUR_MS),
      });
    },
  },
  visitPhotoUpload: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => {
      const id = newId();
      await scene.api.em.insert(VisitPhotoUpload, {
        id,
        booking: await makeBooking(scene, person, {}),
        account: person.account.id,
        moment: PhotoMoment.EVIDENCE,
        bytes: 1_000,
        expiresAt: new Date(TEST_NOW.getTime() + 900_000),
        fileKey: null,
        claimedAt: null,
      });
      return id;
    },
  },
  series: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => (await makeSeries(scene, person)).seriesId,
  },
  ownSeries: {
    owners: ACCOUNTS.filter((name) => name !== 'provider'),
    besides: ['provider'],
    stranger: 'household',
    make: async (scene, person) => (await makeSeries(scene, person)).seriesId,
  },
  moveProposal: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => {
      const visit = await makeVisit(scene, person, {});
      return buildMoveProposal(scene.api.em, visit, {
        author: visit.household,
        note: secretOf(person.provider ? scene.strangers.household : person, 'wish'),
      });
    },
  },
  seriesVisit: {
    owners: ACCOUNTS.filter((name) => name !== 'provider'),
    besides: ['provider'],
    stranger: 'household',
    make: async (scene, person) => (await makeSeries(scene, person)).visitId,
  },
  waitlistEntry: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => makeEntry(scene, person, WaitlistStatus.WAITING),
  },
  waitlistOffer: {
    owners: ACCOUNTS,
    stranger: 'household',
    make: async (scene, person) => {
      const { api, strangers, nextDay } = scene;
      const { provider } = strangers.provider;
      const startsAt = nextDay();
      const expiresAt = new Date(TEST_NOW.getTime() + 15 * 60_000);
      const booking = await buildBooking(api.em, {
        household: person.account.id,
        provider,
        state: BookingState.HELD,
        confirmedAt: null,
        holdExpiresAt: expiresAt,
        offeredFromWaitlist: true,
        startsAt,
      });
      const id = newId();
      await api.em.insert(WaitlistOffer, {
        id,
        entry: await makeEntry(scene, person, WaitlistStatus.OFFERED),
        booking: booking.id,
        provider: provider.id,
        startsAt,
        status: WaitlistOfferStatus.OPEN,
        offeredAt: TEST_NOW,
        expiresAt,
      });
      return id;
    },
  },
  timeOff: {
    owners: ['provider'],
    stranger: 'provider',
    make: async ({ api, nextDay, strangers }, person) => {
      const id = newId();
      const startsAt = nextDay();
      const owner = (person.provider ?? strangers.provider.provider).id;
      await api.em.insert(TimeOff, {
        id,
        provider: owner,
        startsAt,
        endsAt: new Date(startsAt.getTime() + HOUR_MS),
        reason: secretOf(person, 'reason'),
      });
      return id;
    },
  },
  hoursException: {
    owners: ['provider'],
    stranger: 'provider',
    make: async ({ api, nextDay, strangers }, { provider }) => {
      const id = newId();
      const owner = (provider ?? strangers.provider.provider).id;
      await api.em.insert(HoursException, {
        id,
        provider: owner,
        date: nextDay().toISOString().slice(0, 10),
        spans: [],
      });
      return id;
    },
  },
} as const satisfies Record<string, Subject>;
