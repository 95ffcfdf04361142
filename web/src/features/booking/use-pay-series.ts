import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useApiMutation, type RequestFailure } from '@/app/graphql-client';
import { AcceptSeriesDocument } from '@/generated/graphql';
import { attemptFor } from './booking-draft';
import type { Booking } from './use-booking';

/** Books the whole series with the card chosen; what comes of it leads on or is said. */
export function usePaySeries({ draft, series, forget }: Booking) {
  const { t, te } = useI18n();
  const router = useRouter();
  const { run, busy } = useApiMutation(AcceptSeriesDocument);

  async function pay(): Promise<{ failure?: RequestFailure; declined?: string; problem?: string }> {
    if (!series.input.value || !series.isReady.value) return { problem: t('series.pay.lookAgain') };
    const wish = {
      series: series.input.value,
      choices: series.choices(),
      expectedTotal: series.total.value.amount,
      paymentMethod: draft.paymentMethod,
      note: draft.note.trim() || null,
      doorNote: draft.doorNote.trim() || null,
    };
    draft.attempt = attemptFor(draft, JSON.stringify(wish), () => crypto.randomUUID());
    const answer = await run({ input: { ...wish, idempotencyKey: draft.attempt.key } });
    // Without an answer the key stays, so that trying again cannot book twice.
    if (!answer.data) return { failure: answer.failure };
    delete draft.attempt;
    const result = answer.data.acceptSeries;
    switch (result.__typename) {
      case 'SeriesAccepted':
        forget();
        await router.replace({ name: 'series', params: { id: result.series.id }, query: { booked: '1' } });
        return {};
      case 'PaymentDeclinedError':
        return {
          declined: te(`booking.pay.declined.${result.declineCode}`)
            ? t(`booking.pay.declined.${result.declineCode}`)
            : t('booking.pay.declined.other'),
        };
      case 'SeriesDatesFailedError':
        for (const { date } of result.dates) series.decide(date, undefined);
        series.query.retry();
        return { problem: result.message };
      default:
        series.query.retry();
        return { problem: result.message };
    }
  }

  return { pay, busy };
}
