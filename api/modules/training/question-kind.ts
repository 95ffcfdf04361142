import { registerEnumType } from 'type-graphql';

/** The kinds of the domain as the schema knows them. */
export enum QuestionKindEnum {
  SINGLE = 'SINGLE',
  MULTIPLE = 'MULTIPLE',
}
registerEnumType(QuestionKindEnum, {
  name: 'QuestionKind',
  description: 'How many answers of a question are right.',
  valuesConfig: {
    SINGLE: { description: 'Exactly one.' },
    MULTIPLE: { description: 'One or more, all of which must be ticked.' },
  },
});
