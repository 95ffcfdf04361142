import { registerEnumType } from 'type-graphql';

export enum ReportReason {
  ABUSE = 'ABUSE',
  OFF_PLATFORM = 'OFF_PLATFORM',
  FRAUD = 'FRAUD',
  UNSAFE = 'UNSAFE',
  OTHER = 'OTHER',
}
registerEnumType(ReportReason, {
  name: 'ReportReason',
  description: 'Why a message is reported.',
  valuesConfig: {
    ABUSE: { description: 'Insults, threats or harassment.' },
    OFF_PLATFORM: { description: 'Asks to book or pay elsewhere.' },
    FRAUD: { description: 'Tries to get money or data by deceit.' },
    UNSAFE: { description: 'Something about it is dangerous.' },
    OTHER: { description: 'Something else, said in the note.' },
  },
});

export enum ReportState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
}
registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'What became of a report.',
  valuesConfig: {
    OPEN: { description: 'Nobody has decided yet.' },
    UPHELD: { description: 'An operator found it right.' },
    DISMISSED: { description: 'An operator found nothing wrong.' },
  },
});
