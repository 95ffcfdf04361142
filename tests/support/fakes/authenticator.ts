import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What the browser's end of a ceremony does that an honest one would not. */
export interface Mischief {
  /** The page that asks; the site's own unless said. */
  readonly origin?: string;
  /** Whether its owner gave a finger, a face or a PIN. */
  readonly userVerified?: boolean;
  /** What it counts up to with this use. */
  readonly counter?: number;
  /** Whose it says it is. */
  readonly userHandle?: string;
  /** What it signs instead of what it was asked to. */
  readonly challenge?: string;
  readonly type?: string;
}

interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

/** A browser with an authenticator that holds one passkey of a P-256 key (WebAuthn level 3, no attestation). */
export class FakeAuthenticator {
  readonly id = randomBytes(16);
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #origin: string;
  readonly #rpId: string;
  #userHandle = '';
  #counter = 0;

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
    this.#origin = origin;
    this.#rpId = new URL(origin).hostname;
  }

  /** Answers `navigator.credentials.create`, as JSON. */
  register(optionsJson: string, mischief: Mischief = {}): string {
    const options = JSON.parse(optionsJson) as Options;
    this.#userHandle = options.user?.id ?? '';
    const authenticatorData = Buffer.concat([
      this.#data(mischief, 0x40),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.#coseKey(),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authenticatorData),
    ]);
    return this.#answer({
      clientDataJSON: encode(this.#clientData('webauthn.create', options, mischief)),
      attestationObject: encode(attestationObject),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`, as JSON. */
  prove(optionsJson: string, mischief: Mischief = {}): string {
    const options = JSON.parse(optionsJson) as Options;
    this.#counter = mischief.counter ?? this.#counter + 1;
    const authenticatorData = this.#data({ ...mischief, counter: this.#counter }, 0);
    const clientData = this.#clientData('webauthn.get', options, mischief);
    const signature = createSign('sha256')
      .update(Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]))
      .sign(this.#privateKey);
    return this.#answer({
      clientDataJSON: encode(clientData),
      authenticatorData: encode(authenticatorData),
      signature: encode(signature),
      userHandle: mischief.userHandle ?? this.#userHandle,
    });
  }

  #answer(response: Readonly<Record<string, unknown>>): string {
    const id = encode(this.id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  #clientData(type: string, options: Options, mischief: Mischief): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: mischief.type ?? type,
        challenge: mischief.challenge ?? options.challenge,
        origin: mischief.origin ?? this.#origin,
        crossOrigin: false,
      }),
    );
  }

  /** Hash of the site, flags (user present, user verified, …) and count. */
  #data({ userVerified = true, counter = 0 }: Mischief, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const hash = createHash('sha256').update(this.#rpId).digest();
    return Buffer.concat([hash, Buffer.from([0x01 | (userVerified ? 0x04 : 0) | flags]), count]);
  }

  /** The public key in COSE: EC2, ES256, P-256. */
  #coseKey(): Buffer {
    const { x, y } = this.#publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(String(x), 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(String(y), 'base64url')),
    ]);
  }
}

const encode = (data: Buffer): string => data.toString('base64url');

/** CBOR's texts of less than 24 bytes. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
}

/** CBOR's byte strings of less than 65,536 bytes. */
function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}
