import { registerEnumType } from 'type-graphql';

export enum ProviderStatus {
  APPLICANT = 'APPLICANT',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  SUSPENDED = 'SUSPENDED',
  LEFT = 'LEFT',
}
registerEnumType(ProviderStatus, {
  name: 'ProviderStatus',
  description: 'Whether a provider takes part.',
  valuesConfig: {
    APPLICANT: { description: 'Not yet approved.' },
    ACTIVE: { description: 'Takes bookings.' },
    PAUSED: { description: 'Takes no bookings, by own choice.' },
    SUSPENDED: { description: 'Takes no bookings, by decision of the platform.' },
    LEFT: { description: 'No longer a provider.' },
  },
});

export enum TravelMode {
  WALK = 'WALK',
  BICYCLE = 'BICYCLE',
  TRANSIT = 'TRANSIT',
  CAR = 'CAR',
}
registerEnumType(TravelMode, {
  name: 'TravelMode',
  description: 'How a provider travels.',
  valuesConfig: {
    WALK: { description: 'On foot.' },
    BICYCLE: { description: 'By bicycle or e-bike.' },
    TRANSIT: { description: 'By bus or underground.' },
    CAR: { description: 'By car or van.' },
  },
});

export enum Gender {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
  OTHER = 'OTHER',
}
registerEnumType(Gender, {
  name: 'Gender',
  description: 'Gender as a provider states it.',
  valuesConfig: {
    FEMALE: { description: 'Woman.' },
    MALE: { description: 'Man.' },
    OTHER: { description: 'Neither, or not stated.' },
  },
});
