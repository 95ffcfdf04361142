import { readRepeat, type RepeatDraft } from './series-choices';

/** An address as it is being typed; the named place gives it its point on the map. */
export interface AddressDraft {
  label: string;
  line: string;
  district: string;
  placeId: string;
}

/** The time that is held for this visit, as last heard from the server. */
export interface HeldTime {
  bookingId: string;
  /** What was held: a change of service, time or address needs a new hold. */
  visitKey: string;
}

/** What a person typed into a booking. It outlives going back, signing in and reloading, in this tab only. */
export interface BookingDraft {
  providerId: string;
  addressId: string;
  address: AddressDraft;
  doorNote: string;
  note: string;
  paymentMethod: string;
  held?: HeldTime;
  /** Absent for a single visit. */
  repeat?: RepeatDraft;
  /** The key of a payment whose answer was not heard yet; the same attempt must be repeated with it. */
  attempt?: { key: string; body: string };
}

export const emptyDraft = (providerId: string): BookingDraft => ({
  providerId,
  addressId: '',
  address: { label: '', line: '', district: '', placeId: '' },
  doorNote: '',
  note: '',
  paymentMethod: 'sandbox_visa',
});

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (isText(value) ? value : '');

/**
 * Reads a stored draft for a booking with this provider. With another provider the words about the door and the
 * address stay, the hold and the note do not; whatever cannot be read becomes empty.
 */
export function readDraft(stored: string | null, providerId: string): BookingDraft {
  const draft = emptyDraft(providerId);
  let value: unknown;
  try {
    value = JSON.parse(stored ?? 'null');
  } catch {
    return draft;
  }
  if (!isRecord(value)) return draft;
  const address = isRecord(value['address']) ? value['address'] : {};
  draft.addressId = text(value['addressId']);
  draft.doorNote = text(value['doorNote']);
  draft.address = {
    label: text(address['label']),
    line: text(address['line']),
    district: text(address['district']),
    placeId: text(address['placeId']),
  };
  if (value['providerId'] !== providerId) return draft;
  draft.note = text(value['note']);
  draft.paymentMethod = text(value['paymentMethod']) || draft.paymentMethod;
  const repeat = readRepeat(value['repeat']);
  if (repeat) draft.repeat = repeat;
  const { held, attempt } = value;
  if (isRecord(held) && isText(held['bookingId']) && isText(held['visitKey']))
    draft.held = { bookingId: held['bookingId'], visitKey: held['visitKey'] };
  if (isRecord(attempt) && isText(attempt['key']) && isText(attempt['body']))
    draft.attempt = { key: attempt['key'], body: attempt['body'] };
  return draft;
}

/** The key for a payment: the same for a repeat of the very same attempt, a fresh one for anything else. */
export function attemptFor(draft: BookingDraft, body: string, freshKey: () => string): { key: string; body: string } {
  return draft.attempt?.body === body ? draft.attempt : { key: freshKey(), body };
}
