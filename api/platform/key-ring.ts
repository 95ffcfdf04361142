import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

const KEY_BYTES = 32;
const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES, 'is not 32 bytes of base64');

const ringShape = z.object({
  /** Id of the data key that new values are sealed with. */
  current: z.string(),
  /** AES-256 keys by id; older ones stay until nothing is sealed with them. */
  data: z.record(z.string().regex(/^[a-z0-9]{1,12}$/), key),
  /** Keys the hashes that sealed columns are looked up by. It is not rotated: every hash would change. */
  lookup: key,
  /** Ed25519, PKCS #8, signs the roots of the audit log. */
  signing: z.object({ id: z.string().min(1), privateKey: z.base64() }),
});
type StoredRing = z.infer<typeof ringShape>;

/** The secrets of an installation. Whoever loses them loses every sealed column; they belong into a backup of their own. */
export interface KeyRing {
  readonly current: string;
  readonly data: ReadonlyMap<string, Buffer>;
  readonly lookup: Buffer;
  readonly signing: { readonly id: string; readonly privateKey: KeyObject };
}

export interface KeySource {
  /** The ring itself as JSON, for platforms that hand secrets over in the environment. */
  readonly keys: string | null;
  /** Read when `keys` is null. */
  readonly keyFile: string;
}

/** @throws StartupError when there is no ring or it cannot be used; the message repeats nothing of it. */
export function readKeyRing({ keys, keyFile }: KeySource): KeyRing {
  if (keys !== null) return parse(keys, 'KEYS');
  if (!existsSync(keyFile)) {
    throw new StartupError(
      `There are no keys: set KEYS or KEY_FILE to those of this installation, or make new ones for an empty database with \`doorstep keys init\` (looked at ${keyFile}).`,
    );
  }
  return parse(readFileSync(keyFile, 'utf8'), keyFile);
}

/** Makes a ring of its own for an installation that has none. Returns false when the file exists already. */
export function createKeyFile(keyFile: string): boolean {
  if (existsSync(keyFile)) return false;
  const { privateKey } = generateKeyPairSync('ed25519');
  const ring: StoredRing = {
    current: 'k1',
    data: { k1: newKey() },
    lookup: newKey(),
    signing: { id: 's1', privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') },
  };
  write(keyFile, ring);
  return true;
}

/** Adds a data key and makes it the current one. Values sealed with older keys stay readable. Returns its id. */
export function addDataKey(keyFile: string): string {
  const ring = ringShape.parse(JSON.parse(readFileSync(keyFile, 'utf8')));
  const id = `k${1 + Math.max(0, ...Object.keys(ring.data).map((known) => Number(known.replace(/\D/g, ''))))}`;
  write(keyFile, { ...ring, current: id, data: { ...ring.data, [id]: newKey() } });
  return id;
}

/** Forgets all data keys but the current one, once nothing is sealed with them any more. */
export function dropOldDataKeys(keyFile: string): void {
  const ring = ringShape.parse(JSON.parse(readFileSync(keyFile, 'utf8')));
  const current = ring.data[ring.current];
  if (current !== undefined) write(keyFile, { ...ring, data: { [ring.current]: current } });
}

function parse(text: string, source: string): KeyRing {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new StartupError(`The keys in ${source} are not JSON.`);
  }
  const parsed = ringShape.safeParse(json);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole');
    throw new StartupError(`The keys in ${source} cannot be used: look at ${places.join(', ')}.`);
  }
  const { current, data, lookup, signing } = parsed.data;
  if (!(current in data)) throw new StartupError(`The keys in ${source} lack the current one, ${current}.`);
  return {
    current,
    data: new Map(Object.entries(data).map(([id, value]) => [id, Buffer.from(value, 'base64')])),
    lookup: Buffer.from(lookup, 'base64'),
    signing: { id: signing.id, privateKey: readPrivateKey(signing.privateKey, source) },
  };
}

function readPrivateKey(base64: string, source: string): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(base64, 'base64'), type: 'pkcs8', format: 'der' });
  } catch {
    throw new StartupError(`The signing key in ${source} is not a PKCS #8 key.`);
  }
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** Written beside the file and moved over it, so that a crash leaves the old ring or the new one. */
function write(keyFile: string, ring: StoredRing): void {
  mkdirSync(dirname(keyFile), { recursive: true });
  writeFileSync(`${keyFile}.new`, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${keyFile}.new`, keyFile);
}
