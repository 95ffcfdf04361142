import { registerEnumType } from 'type-graphql';

export enum SeriesDateStatus {
  WORKS = 'WORKS',
  HOLIDAY = 'HOLIDAY',
  TAKEN = 'TAKEN',
  NO_TIME_TO_TRAVEL = 'NO_TIME_TO_TRAVEL',
  DAY_FULL = 'DAY_FULL',
  OUTSIDE_HOURS = 'OUTSIDE_HOURS',
  TIME_OFF = 'TIME_OFF',
  CREDENTIAL_EXPIRED = 'CREDENTIAL_EXPIRED',
  NOT_BOOKABLE = 'NOT_BOOKABLE',
  CLOCK_CHANGE = 'CLOCK_CHANGE',
  TOO_SOON = 'TOO_SOON',
  BEYOND_HORIZON = 'BEYOND_HORIZON',
}
registerEnumType(SeriesDateStatus, {
  name: 'SeriesDateStatus',
  description: 'Whether a date of a series can be had.',
  valuesConfig: {
    WORKS: { description: 'Free at the same local time.' },
    HOLIDAY: { description: 'Free at the same local time, on a public holiday and at its price.' },
    TAKEN: { description: 'Somebody else has this time.' },
    NO_TIME_TO_TRAVEL: { description: 'The visits around it leave no time for the way.' },
    DAY_FULL: { description: 'The provider takes no more visits that day.' },
    OUTSIDE_HOURS: { description: 'The provider does not work then.' },
    TIME_OFF: { description: 'The provider is away.' },
    CREDENTIAL_EXPIRED: { description: 'A credential or course that the visit needs does not hold on that day.' },
    NOT_BOOKABLE: { description: 'The provider cannot be booked for the visit at all.' },
    CLOCK_CHANGE: { description: 'The clock skips this time that day.' },
    TOO_SOON: { description: 'It has passed or is too near.' },
    BEYOND_HORIZON: { description: 'Bookings do not open that far ahead yet; it is reserved as soon as they do.' },
  },
});

export enum SeriesVisitStatus {
  RESERVED = 'RESERVED',
  PLANNED = 'PLANNED',
  FAILED = 'FAILED',
  SKIPPED = 'SKIPPED',
}
registerEnumType(SeriesVisitStatus, {
  name: 'SeriesVisitStatus',
  description: 'Where a date of a series stands.',
  valuesConfig: {
    RESERVED: { description: 'Became a booking, which tells the rest.' },
    PLANNED: { description: 'Waits for bookings to open that far ahead.' },
    FAILED: { description: 'Could not be reserved; another time can be chosen.' },
    SKIPPED: { description: 'Left out.' },
  },
});

export enum SeriesScope {
  ONE = 'ONE',
  FOLLOWING = 'FOLLOWING',
  ALL = 'ALL',
}
registerEnumType(SeriesScope, {
  name: 'SeriesScope',
  description: 'Which dates of a series a change is for. Dates that are over stay as they are.',
  valuesConfig: {
    ONE: { description: 'This one.' },
    FOLLOWING: { description: 'This one and all after it.' },
    ALL: { description: 'All of them.' },
  },
});
