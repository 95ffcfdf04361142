/** Codes to one number in an hour of UTC. */
export const NUMBER_HOURLY = 5;
/** Codes to one number on a day of UTC. */
export const NUMBER_DAILY = 10;
/** Codes that one account asks for on a day, to whatever numbers. */
export const ACCOUNT_DAILY = 10;

/** A network (IPv4 /24, IPv6 /48) gets at most this part of a day's texts, and never less than `LEAST_OF_A_NETWORK`. */
const SHARE_OF_A_NETWORK = 0.05;
const LEAST_OF_A_NETWORK = 10;
/** The last part of a day is kept for networks that have asked for no more than `MODEST` codes. */
const KEPT = 0.2;
const MODEST = 3;

/** What all codes of one day of UTC may come to, at most. */
export interface DayCap {
  readonly texts: number;
  /** US cents. */
  readonly cost: number;
}

/** How many codes a network may have on a day. */
export function networkDaily(day: DayCap): number {
  return Math.max(LEAST_OF_A_NETWORK, Math.floor(day.texts * SHARE_OF_A_NETWORK));
}

/**
 * How much of a day is open to a network that has asked for `asked` codes, this one included. Whoever pumps can use up what is
 * open to everybody, and not what is kept for the others: for that, every three texts need a network of their own.
 */
export function openTo(asked: number, day: DayCap): DayCap {
  if (asked <= MODEST) return day;
  return { texts: Math.floor(day.texts * (1 - KEPT)), cost: Math.floor(day.cost * (1 - KEPT)) };
}

/** Windows begin at full hours and days of UTC. */
export type Window = 'HOUR' | 'DAY';

const LENGTH_MS: Readonly<Record<Window, number>> = { HOUR: 3_600_000, DAY: 86_400_000 };

/** Where the window of `now` begins. */
export function beginOf(window: Window, now: Date): Date {
  return new Date(Math.floor(now.getTime() / LENGTH_MS[window]) * LENGTH_MS[window]);
}

/** Seconds until the window of `now` ends, at least 1. */
export function secondsLeft(window: Window, now: Date): number {
  return Math.max(1, Math.ceil((beginOf(window, now).getTime() + LENGTH_MS[window] - now.getTime()) / 1000));
}
