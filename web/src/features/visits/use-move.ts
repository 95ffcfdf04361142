import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { askOnce, useApiMutation, type RequestFailure } from '@/app/graphql-client';
import {
  RescheduleBookingDocument,
  RescheduleQuoteDocument,
  type MoveQuoteFragment,
  type RescheduleBookingMutation,
} from '@/generated/graphql';

/** When, and with whom else for how much. */
interface MoveWish {
  readonly start: string;
  readonly providerId?: string;
  readonly expectedTotal?: number;
}

/** Moves an agreed visit of the household, at what it was shown to cost. */
export function useMove(bookingId: string) {
  const { t } = useI18n();
  const { run, busy } = useApiMutation(RescheduleBookingDocument);
  const quote = shallowRef<MoveQuoteFragment>();
  const failure = shallowRef<RequestFailure>();
  const problem = ref('');
  const paymentMethod = ref('sandbox_visa');
  const hasFee = computed(() => (quote.value?.fee.amount ?? 0) > 0);
  // One wish, one key: a repeat after a lost answer is the same move.
  let last: { key: string; body: string } | undefined;

  async function loadQuote(): Promise<void> {
    const answer = await askOnce(RescheduleQuoteDocument, { bookingId });
    failure.value = answer.failure;
    quote.value = answer.data?.rescheduleQuote;
  }

  /** What came of it; nothing where no answer came. What is in the way is put into words in `problem`. */
  async function send(wish: MoveWish): Promise<RescheduleBookingMutation['rescheduleBooking'] | undefined> {
    if (!quote.value || busy.value) return undefined;
    problem.value = '';
    const input = {
      bookingId,
      ...wish,
      expectedFee: quote.value.fee.amount,
      paymentMethod: hasFee.value ? paymentMethod.value : null,
    };
    const body = JSON.stringify(input);
    if (last?.body !== body) last = { key: crypto.randomUUID(), body };
    const answer = await run({ input: { ...input, idempotencyKey: last.key } });
    failure.value = answer.failure;
    if (!answer.data) return undefined;
    last = undefined;
    const result = answer.data.rescheduleBooking;
    if (result.__typename === 'RescheduleFeeChangedError') {
      problem.value = t('visits.move.feeChanged');
      quote.value = result.quote;
    } else if (result.__typename !== 'BookingRescheduled') problem.value = result.message;
    return result;
  }

  return { quote, failure, problem, paymentMethod, hasFee, busy, loadQuote, send };
}
