import { registerEnumType } from 'type-graphql';

/** How somebody came in. */
export enum SignInMethod {
  PASSWORD = 'PASSWORD',
  PHONE_CODE = 'PHONE_CODE',
  PASSKEY = 'PASSKEY',
}

/** The method that a challenge of a sign-in names. @throws when it names none, which only a mistake of ours can bring about. */
export function toSignInMethod(name: string | null): SignInMethod {
  const method = Object.values(SignInMethod).find((known) => known === name);
  if (method === undefined) throw new Error('a challenge without the method of its sign-in');
  return method;
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
