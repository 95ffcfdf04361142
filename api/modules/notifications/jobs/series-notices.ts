import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import {
  SERIES_ACCEPTED,
  SERIES_CANCELLED,
  SERIES_DATE_FAILED,
  SERIES_MOVED,
  SERIES_PAYMENT_FAILED,
} from '../../bookings/index.ts';
import { writeSeriesNotice } from '../series-notice.ts';

const about = z.object({ bookingId: z.uuid() });

/** People hear of a series as a whole, and of a date only where they have to do something about it. */
export const seriesSubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: SERIES_ACCEPTED,
    payload: about.extend({ seriesId: z.uuid(), reserved: z.int(), planned: z.int() }),
    handle: async (context, { bookingId, seriesId, reserved, planned }) =>
      writeSeriesNotice(context, 'series-accepted', { key: seriesId, bookingId, visits: reserved + planned }),
  }),
  defineHandler({
    topic: SERIES_DATE_FAILED,
    payload: about.extend({ seriesVisitId: z.uuid() }),
    handle: async (context, { bookingId, seriesVisitId }) =>
      writeSeriesNotice(context, 'series-date-failed', { key: seriesVisitId, bookingId, seriesVisitId }),
  }),
  defineHandler({
    topic: SERIES_PAYMENT_FAILED,
    payload: about.extend({ cardVersion: z.int() }),
    handle: async (context, { bookingId, cardVersion }) =>
      writeSeriesNotice(context, 'series-payment-failed', { key: `${bookingId}-${cardVersion}`, bookingId }),
  }),
  defineHandler({
    topic: SERIES_CANCELLED,
    payload: about.extend({ changeId: z.uuid(), visits: z.int() }),
    handle: async (context, { bookingId, changeId, visits }) =>
      writeSeriesNotice(context, 'series-cancelled', { key: changeId, bookingId, visits }),
  }),
  defineHandler({
    topic: SERIES_MOVED,
    payload: about.extend({ changeId: z.uuid(), visits: z.int() }),
    handle: async (context, { bookingId, changeId, visits }) =>
      writeSeriesNotice(context, 'series-moved', { key: changeId, bookingId, visits }),
  }),
];
