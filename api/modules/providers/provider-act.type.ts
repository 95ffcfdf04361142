import { registerEnumType } from 'type-graphql';

export enum ProviderActName {
  APPLY = 'APPLY',
  SUBMIT = 'SUBMIT',
  APPROVE = 'APPROVE',
  DECLINE = 'DECLINE',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  SUSPEND = 'SUSPEND',
  APPEAL = 'APPEAL',
  UPHOLD = 'UPHOLD',
  REINSTATE = 'REINSTATE',
  LEAVE = 'LEAVE',
}
registerEnumType(ProviderActName, {
  name: 'ProviderAct',
  description: 'What was done to the part a provider takes.',
  valuesConfig: {
    APPLY: { description: 'Asked to become a provider.' },
    SUBMIT: { description: 'Handed in the application.' },
    APPROVE: { description: 'The application was approved.' },
    DECLINE: { description: 'The application was sent back.' },
    PAUSE: { description: 'Takes a break.' },
    RESUME: { description: 'Came back from a break.' },
    SUSPEND: { description: 'Was suspended.' },
    APPEAL: { description: 'Appealed against the suspension.' },
    UPHOLD: { description: 'The suspension was upheld.' },
    REINSTATE: { description: 'The suspension was lifted.' },
    LEAVE: { description: 'Left.' },
  },
});
