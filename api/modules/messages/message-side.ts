import { registerEnumType } from 'type-graphql';

export enum MessageSide {
  HOUSEHOLD = 'HOUSEHOLD',
  PROVIDER = 'PROVIDER',
}
registerEnumType(MessageSide, {
  name: 'MessageSide',
  description: 'One of the two sides of a conversation.',
  valuesConfig: {
    HOUSEHOLD: { description: 'Somebody of the household.' },
    PROVIDER: { description: 'The provider.' },
  },
});
