import type * as browserCeremonies from '@simplewebauthn/browser';

/** What came of asking the browser for a passkey. */
export type PasskeyAnswer = { answer: string; problem?: undefined } | { answer?: undefined; problem: PasskeyProblem };
export type PasskeyProblem = 'cancelled' | 'known' | 'failed';

/** Whether passkeys can be used here: they need a browser that knows them and a site with a name, not a number. */
export function canUsePasskeys(): boolean {
  const isNumber = /^(?:\d+\.){3}\d+$|^\[/.test(window.location.hostname);
  return typeof window.PublicKeyCredential === 'function' && !isNumber;
}

/** Whether the browser can offer passkeys by itself, in the field where one types one's address. */
export async function canOfferPasskeys(): Promise<boolean> {
  if (!canUsePasskeys()) return false;
  const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser');
  return browserSupportsWebAuthnAutofill();
}

/** Has the browser make a passkey with the options of the server. */
export async function createPasskey(options: string): Promise<PasskeyAnswer> {
  return ask(async ({ startRegistration }) => startRegistration({ optionsJSON: JSON.parse(options) as never }));
}

/** Has the browser prove a passkey with the options of the server; `offered`, once somebody picks it in the field. */
export async function provePasskey(options: string, offered = false): Promise<PasskeyAnswer> {
  return ask(async ({ startAuthentication }) =>
    startAuthentication({ optionsJSON: JSON.parse(options) as never, useBrowserAutofill: offered }),
  );
}

/** Ends what the browser still asks for; it then counts as cancelled. */
export async function stopAskingForPasskey(): Promise<void> {
  const { WebAuthnAbortService } = await import('@simplewebauthn/browser');
  WebAuthnAbortService.cancelCeremony();
}

type Ceremonies = Pick<typeof browserCeremonies, 'startAuthentication' | 'startRegistration'>;

async function ask(ceremony: (ceremonies: Ceremonies) => Promise<object>): Promise<PasskeyAnswer> {
  try {
    return { answer: JSON.stringify(await ceremony(await import('@simplewebauthn/browser'))) };
  } catch (error) {
    return { problem: toProblem(error) };
  }
}

function toProblem(error: unknown): PasskeyProblem {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'InvalidStateError' || code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed';
}
