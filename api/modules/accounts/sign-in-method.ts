import { registerEnumType } from 'type-graphql';

/** How somebody came in. */
export enum SignInMethod {
  PASSWORD = 'PASSWORD',
  PHONE_CODE = 'PHONE_CODE',
  PASSKEY = 'PASSKEY',
}

registerEnumType(SignInMethod, {
  name: 'SignInMethod',
  description: 'How a session was opened.',
  valuesConfig: {
    PASSWORD: { description: 'With e-mail address and password.' },
    PHONE_CODE: { description: 'With a code sent to a phone.' },
    PASSKEY: { description: 'With a passkey.' },
  },
});
