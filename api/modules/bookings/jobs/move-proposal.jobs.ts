import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { Booking } from '../booking.entity.ts';
import { expireProposals } from '../close-move-proposal.ts';
import { EXPIRE_MOVE_PROPOSAL } from './job-topics.ts';

export const moveProposalJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: EXPIRE_MOVE_PROPOSAL,
    payload: z.object({ bookingId: z.uuid() }),
    handle: async ({ em, clock }, { bookingId }) => {
      const booking = await em.findOne(
        Booking,
        { id: bookingId },
        { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
      );
      if (booking) await expireProposals(em, clock, booking);
    },
  }),
];
