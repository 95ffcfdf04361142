import { localDateOf } from './formats';

export interface TimeSlot {
  start: string;
  end: string;
}

/** Free starts of one local calendar date, earliest first. */
export interface SlotDay {
  date: string;
  slots: TimeSlot[];
}

/** Groups instants by their calendar date in the zone; days without a slot do not appear. */
export function groupByDay(slots: readonly TimeSlot[], timeZone: string): SlotDay[] {
  const days = new Map<string, TimeSlot[]>();
  for (const slot of [...slots].sort((one, other) => (one.start < other.start ? -1 : 1))) {
    const date = localDateOf(slot.start, timeZone);
    days.set(date, [...(days.get(date) ?? []), slot]);
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay }));
}

/** Where the focus goes from one slot: along the list with the arrows, by day with the Page keys. */
export function nextSlotStart(days: readonly SlotDay[], start: string, key: string): string | undefined {
  const all = days.flatMap(({ slots }) => slots);
  const index = all.findIndex((slot) => slot.start === start);
  const day = days.findIndex(({ slots }) => slots.some((slot) => slot.start === start));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return all[(index + 1) % all.length]?.start;
    case 'ArrowLeft':
    case 'ArrowUp':
      return all[(index - 1 + all.length) % all.length]?.start;
    case 'PageDown':
      return days[Math.min(days.length - 1, day + 1)]?.slots[0]?.start;
    case 'PageUp':
      return days[Math.max(0, day - 1)]?.slots[0]?.start;
    case 'Home':
      return all[0]?.start;
    case 'End':
      return all.at(-1)?.start;
    default:
      return undefined;
  }
}
