import { registerEnumType } from 'type-graphql';

export enum BookingState {
  HELD = 'HELD',
  REQUESTED = 'REQUESTED',
  CONFIRMED = 'CONFIRMED',
  EN_ROUTE = 'EN_ROUTE',
  IN_PROGRESS = 'IN_PROGRESS',
  COMPLETED = 'COMPLETED',
  CLOSED = 'CLOSED',
  EXPIRED = 'EXPIRED',
  DECLINED = 'DECLINED',
  CANCELLED = 'CANCELLED',
  NO_SHOW = 'NO_SHOW',
}
registerEnumType(BookingState, {
  name: 'BookingState',
  description: 'Where a booking stands.',
  valuesConfig: {
    HELD: { description: 'The time is kept for a few minutes while the household decides.' },
    REQUESTED: { description: 'Waiting for the provider to accept.' },
    CONFIRMED: { description: 'Agreed and paid for.' },
    EN_ROUTE: { description: 'The provider is on the way.' },
    IN_PROGRESS: { description: 'The visit has begun.' },
    COMPLETED: { description: 'The visit is over.' },
    CLOSED: { description: 'Over and no longer open to complaint.' },
    EXPIRED: { description: 'The hold or the request ran out.' },
    DECLINED: { description: 'The provider said no.' },
    CANCELLED: { description: 'Called off.' },
    NO_SHOW: { description: 'One side did not come.' },
  },
});

export enum BookingTense {
  UPCOMING = 'UPCOMING',
  PAST = 'PAST',
}
registerEnumType(BookingTense, {
  name: 'BookingTense',
  description: 'Which side of now a booking lies on.',
  valuesConfig: {
    UPCOMING: { description: 'Not yet over, soonest first.' },
    PAST: { description: 'Over or called off, latest first.' },
  },
});
