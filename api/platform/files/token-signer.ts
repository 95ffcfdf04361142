import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** Longest token that is looked at. */
const MOST_CHARACTERS = 1_000;

/** Makes and reads tokens whose content nobody else can make or change: `base64url(JSON).mac`. */
export class TokenSigner {
  readonly #mac: (text: string) => string;

  /** `mac` is a keyed hash of ours. */
  constructor(mac: (text: string) => string) {
    this.#mac = mac;
  }

  /** `purpose` keeps a token made for one end from being taken for another. */
  sign(purpose: string, claims: object): string {
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${body}.${this.#mac(`${purpose}.${body}`)}`;
  }

  /** Null unless this signer made it for the purpose. */
  read<T>(purpose: string, token: string, shape: z.ZodType<T>): T | null {
    const [body, mac, ...rest] = token.length > MOST_CHARACTERS ? [] : token.split('.');
    if (!body || !mac || rest.length > 0) return null;
    const given = Buffer.from(mac);
    const right = Buffer.from(this.#mac(`${purpose}.${body}`));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    return shape.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  }
}
