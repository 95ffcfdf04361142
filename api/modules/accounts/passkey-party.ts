/** Whom a passkey is made for: browsers use it on no other site. */
export interface RelyingParty {
  /** Name of the host. */
  readonly id: string;
  /** Address of the pages that may ask for it. */
  readonly origin: string;
}

/**
 * The site as passkeys know it. They are bound to names: on the machine itself, reached by a number, it is `localhost`.
 */
export function toRelyingParty(publicUrl: string): RelyingParty {
  const url = new URL(publicUrl);
  if (/^(?:127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)) url.hostname = 'localhost';
  return { id: url.hostname, origin: url.origin };
}
