import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_TIME = /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function parseInstant(value: unknown): Date {
  const parsed = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (!(parsed >= EARLIEST && parsed < LATEST))
    throw badInput('DateTime must be an ISO 8601 instant between 1900 and 2200, such as 2027-03-14T09:30:00Z.');
  return new Date(parsed);
}

function parseLocalDate(value: unknown): string {
  const match = typeof value === 'string' ? LOCAL_DATE.exec(value) : null;
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  const exists = time >= EARLIEST && time < LATEST && new Date(time).toISOString().slice(0, 10) === value;
  if (!exists) throw badInput('LocalDate must be an existing day between 1900 and 2200, such as 2027-03-14.');
  return value;
}

function parseLocalTime(value: unknown): string {
  if (typeof value !== 'string' || !LOCAL_TIME.test(value))
    throw badInput('LocalTime must be a wall time such as 09:30; 24:00 means the end of the day.');
  return value;
}

/** Instants cross the border as ISO 8601 in UTC and are `Date` inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601, given out in UTC.',
  specifiedByURL: 'https://datatracker.ietf.org/doc/html/rfc3339',
  serialize: (value) => (value instanceof Date ? value : parseInstant(value)).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: "A calendar day without a zone, YYYY-MM-DD; it means the region's day.",
  serialize: parseLocalDate,
  parseValue: parseLocalDate,
  parseLiteral: (node) => parseLocalDate(node.kind === Kind.STRING ? node.value : null),
});

export const LocalTimeScalar = new GraphQLScalarType<string, string>({
  name: 'LocalTime',
  description: 'A wall time, HH:MM; 24:00 means the end of the day.',
  serialize: parseLocalTime,
  parseValue: parseLocalTime,
  parseLiteral: (node) => parseLocalTime(node.kind === Kind.STRING ? node.value : null),
});
