import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { PROVIDER_MOVED, ProviderTransition } from '../../providers/index.ts';
import { CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED, Credential } from '../../qualifications/index.ts';
import { SUBSTITUTE_STILL_SOUGHT } from '../bookings.events.ts';
import { SubstituteSearch } from '../substitute-search.entity.ts';
import { listEndangeredVisits, listSearchedBookings } from '../substitutions.queries.ts';
import { settleSubstitution, tendSubstitution } from '../tend-substitution.ts';
import {
  END_SUBSTITUTION,
  FIND_ENDANGERED,
  FIND_ENDANGERED_DAILY,
  REMIND_SUBSTITUTE,
  SEEK_SUBSTITUTE,
} from './job-topics.ts';

const ofSearch = z.object({ searchId: z.uuid() });
const ofCredential = z.object({ credentialId: z.uuid() });
const MOST_AT_ONCE = 1_000;

export const substitutionJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: FIND_ENDANGERED_DAILY,
    payload: z.object({ day: z.iso.date() }),
    handle: ({ em, clock }) => findEndangered(em, clock, null),
  }),
  defineHandler({
    topic: FIND_ENDANGERED,
    payload: z.object({ providerId: z.uuid() }),
    handle: ({ em, clock }, { providerId }) => findEndangered(em, clock, providerId),
  }),
  defineHandler({
    topic: SEEK_SUBSTITUTE,
    payload: z.object({ bookingId: z.uuid() }),
    handle: ({ em, clock }, { bookingId }) => tendSubstitution(em, clock, bookingId),
  }),
  defineHandler({
    topic: REMIND_SUBSTITUTE,
    payload: ofSearch,
    handle: async ({ em, clock }, { searchId }) => {
      const search = await em.findOne(SubstituteSearch, { id: searchId }, { disableIdentityMap: true });
      if (search?.closedAt !== null) return;
      // Whoever is reminded shall see who can really come.
      await tendSubstitution(em, clock, search.booking);
      await publish(em, clock, [{ topic: SUBSTITUTE_STILL_SOUGHT, payload: { searchId } }]);
    },
  }),
  defineHandler({
    topic: END_SUBSTITUTION,
    payload: ofSearch,
    handle: ({ em, clock }, { searchId }) => settleSubstitution(em, clock, searchId),
  }),
];

/** What may endanger visits, or save them. */
export const substitutionSubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: PROVIDER_MOVED,
    payload: z.object({ transitionId: z.uuid() }),
    handle: async ({ em, clock }, { transitionId }) => {
      const moved = await em.findOne(ProviderTransition, { id: transitionId }, { disableIdentityMap: true });
      if (moved) await lookAt(em, clock, moved.provider);
    },
  }),
  ...[CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED].map((topic) =>
    defineHandler({
      topic,
      payload: ofCredential,
      handle: async ({ em, clock }, { credentialId }) => {
        const credential = await em.findOne(Credential, { id: credentialId }, { disableIdentityMap: true });
        if (credential) await lookAt(em, clock, credential.provider);
      },
    }),
  ),
];

async function lookAt(em: EntityManager, clock: Clock, providerId: string): Promise<void> {
  await publish(em, clock, [{ topic: FIND_ENDANGERED, payload: { providerId } }]);
}

/** One message for each visit, so that one that cannot be helped keeps no other from it. */
async function findEndangered(em: EntityManager, clock: Clock, providerId: string | null): Promise<void> {
  const { rows } = await listEndangeredVisits(em, {
    now: clock.now(),
    limit: MOST_AT_ONCE,
    after: null,
    ...(providerId === null ? {} : { providerId }),
  });
  const ids = new Set([...rows.map(({ bookingId }) => bookingId), ...(await listSearchedBookings(em, providerId))]);
  await publish(
    em,
    clock,
    [...ids].map((bookingId) => ({ topic: SEEK_SUBSTITUTE, payload: { bookingId } })),
  );
}
