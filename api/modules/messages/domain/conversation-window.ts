/** The states of a booking, as far as a conversation goes by them. */
interface BookingFacts {
  readonly state: string;
  /** Null until it is agreed. */
  readonly confirmedAt: Date | null;
  readonly end: Date;
  /** Whether a provider was ever asked for it: false for a hold, and for one that came to nothing. */
  readonly wasAskedFor: boolean;
}

const DAY_MS = 86_400_000;
const OPEN_FOR_DAYS = 7;

/** When nothing more can be written: seven days after the end of the visit, also where it did not take place (B10). */
export function closesAt(end: Date): Date {
  return new Date(end.getTime() + OPEN_FOR_DAYS * DAY_MS);
}

/**
 * Where a conversation stands at that instant: `NONE` for a time that is only held, or was; `OPEN` from the request or the
 * confirmation on, until `closesAt`, that instant excluded; `CLOSED` from then on.
 */
export function conversationStanding({ state, wasAskedFor, end }: BookingFacts, now: Date): 'NONE' | 'OPEN' | 'CLOSED' {
  if (state === 'HELD' || !wasAskedFor) return 'NONE';
  return now < closesAt(end) ? 'OPEN' : 'CLOSED';
}

/** Whether what is written is searched for contact details: until the visit is agreed, and for one that never was. */
export function masksContacts({ confirmedAt }: Pick<BookingFacts, 'confirmedAt'>): boolean {
  return confirmedAt === null;
}
