import { registerEnumType } from 'type-graphql';

/** What can be given as a second factor. */
export enum SecondFactorMethod {
  AUTHENTICATOR_APP = 'AUTHENTICATOR_APP',
  PASSKEY = 'PASSKEY',
  RECOVERY_CODE = 'RECOVERY_CODE',
}

registerEnumType(SecondFactorMethod, {
  name: 'SecondFactorMethod',
  description: 'What can be given as a second factor.',
  valuesConfig: {
    AUTHENTICATOR_APP: { description: 'The code that an authenticator app shows.' },
    PASSKEY: { description: 'A passkey that asks its owner for a finger, a face or a PIN.' },
    RECOVERY_CODE: { description: 'One of the codes kept for when the rest is lost.' },
  },
});

/** When an account is asked for a second factor. */
export enum SecondFactorRule {
  REQUIRED = 'REQUIRED',
  OPTIONAL = 'OPTIONAL',
  SPARED = 'SPARED',
}

registerEnumType(SecondFactorRule, {
  name: 'SecondFactorRule',
  description: 'When an account is asked for a second factor.',
  valuesConfig: {
    REQUIRED: { description: 'At each sign-in: the account sees other people’s data.' },
    OPTIONAL: { description: 'At each sign-in once an authenticator app is set up.' },
    SPARED: { description: 'Never: the account belongs to the demo, and its password is public.' },
  },
});
