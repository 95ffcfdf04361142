import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { CipherGCM } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What is kept does not open: it was changed, moved to another place, or belongs to another key. */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError';
}

export function newDocumentKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Nonce, ciphertext and tag, bound to the place it is kept at. */
export function encryptDocument(content: Buffer, key: Buffer, place: string): Buffer {
  const { nonce, cipher } = startEncryption(key, place);
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The same for content that arrives in pieces: write the nonce first, then what the cipher gives, and its tag last. */
export function startEncryption(key: Buffer, place: string): { nonce: Buffer; cipher: CipherGCM } {
  const nonce = randomBytes(NONCE_BYTES);
  return { nonce, cipher: createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place)) };
}

/** @throws UnreadableDocumentError */
export function decryptDocument(kept: Buffer, key: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, kept.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(kept.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(kept.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new UnreadableDocumentError(`${place} does not open with its key`, { cause: error });
  }
}
