import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const encoded = z
  .string()
  .max(12_000)
  .regex(/^[\w-]*={0,2}$/);
const common = {
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
};

const registration = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
const authentication = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.nullish(),
  }),
});

/** What an authenticator answered, and to which challenge it says it did. */
export interface Answered<Response> {
  readonly response: Response;
  readonly challenge: string;
}

/** Reads the answer to a registration as browsers write it in JSON; null when it is none. */
export function readRegistration(text: string): Answered<RegistrationResponseJSON> | null {
  const parsed = registration.safeParse(parse(text));
  if (!parsed.success) return null;
  const challenge = readChallenge(parsed.data.response.clientDataJSON);
  if (!challenge) return null;
  return { response: { ...parsed.data, clientExtensionResults: {} }, challenge };
}

/** Reads the proof of a passkey as browsers write it in JSON; null when it is none. */
export function readAuthentication(text: string): Answered<AuthenticationResponseJSON> | null {
  const parsed = authentication.safeParse(parse(text));
  if (!parsed.success) return null;
  const challenge = readChallenge(parsed.data.response.clientDataJSON);
  if (!challenge) return null;
  return { response: { ...parsed.data, clientExtensionResults: {} } as AuthenticationResponseJSON, challenge };
}

function readChallenge(clientData: string): string | null {
  const parsed = z
    .object({ challenge: encoded })
    .safeParse(parse(Buffer.from(clientData, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data.challenge : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
