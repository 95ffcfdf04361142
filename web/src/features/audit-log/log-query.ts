import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { queryText } from '../../app/visit-request';
import type { AuditLogFilter } from '../../generated/graphql';

/** What the address bar asks the log for. Days are those of the reader's own calendar. */
export interface LogQuery {
  action?: string;
  actor?: string;
  subject?: string;
  from?: string;
  to?: string;
}

const keys = ['action', 'actor', 'subject', 'from', 'to'] as const satisfies readonly (keyof LogQuery)[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Unknown and malformed parts are left out. */
export function readLogQuery(query: LocationQuery): LogQuery {
  const asked: LogQuery = {};
  for (const key of keys) {
    const text = queryText(query[key]);
    const isDay = key === 'from' || key === 'to';
    if (text && (!isDay || (DAY.test(text) && !Number.isNaN(startOfDay(text).getTime())))) asked[key] = text;
  }
  return asked;
}

export function writeLogQuery(asked: LogQuery): LocationQueryRaw {
  return Object.fromEntries(keys.flatMap((key) => (asked[key] ? [[key, asked[key]]] : [])));
}

/** Both days are included: the filter ends where the day after `to` begins. */
export function toLogFilter({ action, actor, from, to }: LogQuery): AuditLogFilter {
  const end = to ? startOfDay(to) : undefined;
  end?.setDate(end.getDate() + 1);
  return {
    ...(action ? { action } : {}),
    ...(actor ? { actorId: actor } : {}),
    ...(from ? { from: startOfDay(from).toISOString() } : {}),
    ...(end ? { to: end.toISOString() } : {}),
  };
}

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

/** The first and last characters of a hash or id, enough to tell two apart by eye. */
export function shorten(text: string): string {
  return text.length <= 13 ? text : `${text.slice(0, 8)}…${text.slice(-4)}`;
}
