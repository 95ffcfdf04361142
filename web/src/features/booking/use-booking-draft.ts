import { reactive, watch } from 'vue';
import { readDraft, type BookingDraft } from './booking-draft';

const storageKey = 'doorstep.booking';

function readStored(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** The draft of the booking with this provider; every change is kept for as long as the tab lives. */
export function useBookingDraft(providerId: string): { draft: BookingDraft; forget: () => void } {
  const draft = reactive(readDraft(readStored(), providerId));
  const stop = watch(
    draft,
    (value) => {
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(value));
      } catch {
        // Without storage the draft lives as long as the page.
      }
    },
    { deep: true },
  );
  return {
    draft,
    forget: () => {
      stop();
      try {
        sessionStorage.removeItem(storageKey);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
