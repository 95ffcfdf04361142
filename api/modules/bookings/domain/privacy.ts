import type { BookingState } from './transitions.ts';

/** Whoever looks at a booking, by their relation to it. */
export type BookingViewer = 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR' | 'OTHER';

/** What a viewer may see of where a booking takes place. */
export interface VisiblePlace {
  readonly address: 'EXACT' | 'CELL' | 'NONE';
  readonly doorNote: boolean;
}

const HOUR_MS = 3_600_000;
const NOTE_OPENS_BEFORE_START_MS = 24 * HOUR_MS;
const NOTE_CLOSES_AFTER_END_MS = 2 * HOUR_MS;

const STATES_WITH_ADDRESS: readonly BookingState[] = ['CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS', 'COMPLETED', 'CLOSED'];
const STATES_WITH_DOOR_NOTE: readonly BookingState[] = ['CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS', 'COMPLETED'];

/**
 * Which part of the place that viewer may see at that instant (B11). The household sees its own in full. The provider sees
 * the cell until confirmation and again once the visit is off, the address from confirmation on, and the door note from
 * 24 h before the start until 2 h after the end, the end of that excluded. An operator sees the address, never the note.
 */
export function visiblePlace(question: {
  readonly viewer: BookingViewer;
  readonly state: BookingState;
  readonly start: Date;
  readonly end: Date;
  readonly now: Date;
}): VisiblePlace {
  switch (question.viewer) {
    case 'HOUSEHOLD':
      return { address: 'EXACT', doorNote: true };
    case 'PROVIDER':
      return {
        address: STATES_WITH_ADDRESS.includes(question.state) ? 'EXACT' : 'CELL',
        doorNote: STATES_WITH_DOOR_NOTE.includes(question.state) && isNoteOpen(question),
      };
    case 'OPERATOR':
      return { address: 'EXACT', doorNote: false };
    case 'OTHER':
      return { address: 'NONE', doorNote: false };
  }
}

function isNoteOpen({ start, end, now }: { start: Date; end: Date; now: Date }): boolean {
  const opens = start.getTime() - NOTE_OPENS_BEFORE_START_MS;
  const closes = end.getTime() + NOTE_CLOSES_AFTER_END_MS;
  return now.getTime() >= opens && now.getTime() < closes;
}
