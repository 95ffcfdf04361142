import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

declare const sealed: unique symbol;
/** A text that only the vault can read: `v1.<key id>.<base64url of nonce, ciphertext and tag>`. */
export type Sealed = string & { readonly [sealed]: true };

/** A column that holds sealed texts, `table.column`. */
export type SealedColumn = `${string}.${string}`;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed properties `P` of a row `T`, and the properties `H` that hold the hashes they are looked up by. */
export interface SealedTable<T extends { id: string }, P extends keyof T, H extends keyof T = never> {
  readonly table: string;
  /** Property → its column. */
  readonly columns: Readonly<Record<P, string>>;
  /** Property of a hash → the sealed property it is of. */
  readonly hashes: Readonly<Record<H, P>>;
  /** Never set: it carries the type of the row. */
  readonly row?: T;
}

/** The sealed properties of a row as people read them. */
export type Opened<T, P extends keyof T> = { [K in P]: null extends T[K] ? string | null : string };

/** A row before it is sealed: texts as people read them, hashes not yet made. */
export type Unsealed<T, P extends keyof T, H extends keyof T = never> = Omit<T, P | H> & Opened<T, P>;

/** Whether a sealed value is gone for good: what may not be null is left as an empty text. */
export function isWiped(value: Sealed): boolean {
  return (value as string) === '';
}

/** Names the sealed columns of a table. */
export function sealedTable<T extends { id: string }>() {
  return <P extends keyof T & string, H extends keyof T & string = never>(
    table: string,
    columns: Readonly<Record<P, string>>,
    hashes = {} as Readonly<Record<H, P>>,
  ): SealedTable<T, P, H> => ({ table, columns, hashes });
}

/** What is kept cannot be read with the keys at hand: lost keys, or a value that was changed or moved to another row. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

/**
 * Seals personal texts with AES-256-GCM before they reach the database. A value is bound to its row and column, so that one
 * copied to another place does not open there. The same text sealed twice looks different; columns that have to be looked
 * up by value keep a keyed hash beside it.
 */
export class Vault {
  readonly #ring: KeyRing;

  constructor(ring: KeyRing) {
    this.#ring = ring;
  }

  seal(column: SealedColumn, rowId: string, text: string): Sealed;
  seal(column: SealedColumn, rowId: string, text: string | null): Sealed | null;
  seal(column: SealedColumn, rowId: string, text: string | null): Sealed | null {
    return text === null ? null : this.#encrypt(Buffer.from(text, 'utf8'), `${column}:${rowId}`);
  }

  /**
   * What was wiped and may not be null is an empty text, which opens as itself.
   * @throws UnsealError when it was sealed for another row or column, changed, or its key is gone.
   */
  open(column: SealedColumn, rowId: string, value: Sealed): string;
  open(column: SealedColumn, rowId: string, value: Sealed | null): string | null;
  open(column: SealedColumn, rowId: string, value: Sealed | null): string | null {
    if (value === null || isWiped(value)) return value;
    return this.#decrypt(value, column, `${column}:${rowId}`).toString('utf8');
  }

  /** The row with its sealed properties sealed and their hashes made. */
  sealRow<T extends { id: string }, P extends keyof T & string, H extends keyof T & string>(
    { table, columns, hashes }: SealedTable<T, P, H>,
    row: Unsealed<T, P, H>,
  ): T {
    const { id } = row as unknown as { id: string };
    const plain = row as unknown as Readonly<Record<string, string | null>>;
    const changed: Record<string, string | null> = {};
    for (const property of Object.keys(columns) as P[])
      changed[property] = this.seal(`${table}.${columns[property]}`, id, plain[property] ?? null);
    for (const property of Object.keys(hashes) as H[]) {
      const text = plain[hashes[property]] ?? null;
      changed[property] = text === null ? null : this.lookupHash(`${table}.${columns[hashes[property]]}`, text);
    }
    return { ...row, ...changed } as unknown as T;
  }

  /** The sealed properties of a row, opened. @throws UnsealError as `open`. */
  openRow<T extends { id: string }, P extends keyof T & string, H extends keyof T & string>(
    { table, columns }: SealedTable<T, P, H>,
    row: Pick<T, P | 'id'>,
  ): Opened<T, P> {
    const texts = Object.keys(columns).map((property) => [
      property,
      this.open(`${table}.${columns[property as P]}`, row.id, row[property as P] as Sealed | null),
    ]);
    return Object.fromEntries(texts) as Opened<T, P>;
  }

  /** How a text sealed now begins; one that begins otherwise was sealed with an older key, or not at all. */
  get currentPrefix(): string {
    return `v1.${this.#ring.current}.`;
  }

  isSealed(value: string): value is Sealed {
    return /^v1\.[a-z0-9]{1,12}\.[\w-]{38,}$/.test(value);
  }

  /** HMAC-SHA-256 of the text under the look-up key, base64url: equal texts of one column have equal hashes. */
  lookupHash(column: SealedColumn, text: string): string {
    return createHmac('sha256', this.#ring.lookup).update(`${column}\0${text}`).digest('base64url');
  }

  #encrypt(plain: Buffer, boundTo: string): Sealed {
    const keyId = this.#ring.current;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key(keyId, boundTo), nonce).setAAD(Buffer.from(boundTo));
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return `v1.${keyId}.${body.toString('base64url')}` as Sealed;
  }

  #decrypt(value: Sealed, column: SealedColumn, boundTo: string): Buffer {
    const [version, keyId, encoded] = value.split('.');
    if (version !== 'v1' || keyId === undefined || encoded === undefined)
      throw new UnsealError(`A value of ${column} is not sealed`);
    const body = Buffer.from(encoded, 'base64url');
    const nonce = body.subarray(0, NONCE_BYTES);
    const tag = body.subarray(body.length - TAG_BYTES);
    try {
      const decipher = createDecipheriv(CIPHER, this.#key(keyId, column), nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, body.length - TAG_BYTES)), decipher.final()]);
    } catch (error) {
      if (error instanceof UnsealError) throw error;
      throw new UnsealError(`A value of ${column} does not open: it was changed, or sealed for another row`);
    }
  }

  #key(id: string, place: string): Buffer {
    const found = this.#ring.data.get(id);
    if (!found)
      throw new UnsealError(`The key ${id} that a value of ${place.split(':')[0]} was sealed with is missing`);
    return found;
  }
}
