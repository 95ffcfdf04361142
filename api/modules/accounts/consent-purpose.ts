import { registerEnumType } from 'type-graphql';

export enum ConsentPurpose {
  TERMS = 'TERMS',
  PRIVACY = 'PRIVACY',
  MARKETING = 'MARKETING',
  RECOMMENDATIONS = 'RECOMMENDATIONS',
}

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What a person agrees to.',
  valuesConfig: {
    TERMS: { description: 'The terms of use; nobody can have an account without them.' },
    PRIVACY: { description: 'How personal data is used; nobody can have an account without it.' },
    MARKETING: { description: 'News and offers by message.' },
    RECOMMENDATIONS: { description: 'Suggestions out of one’s own past visits.' },
  },
});
