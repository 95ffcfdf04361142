import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { CanonicalValue } from '../../kernel/canonical-json.ts';

/** What stands before the first link. */
export const NO_HASH = '0'.repeat(64);

/** All columns of an entry; times as seconds since 1970 in decimal, so that not even a microsecond can change unnoticed. */
export interface EntryColumns {
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorRoles: readonly string[];
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly reason: string | null;
  readonly ipClass: string | null;
  readonly requestReference: string | null;
}

/** Selects `EntryColumns` of the table named `e` as one column, `entry`; null where the join found none. */
export const ENTRY_COLUMNS = sql.raw(`case when e.id is not null then json_build_object('id', e.id,
  'at', extract(epoch from e.at)::text, 'actorKind', e.actor_kind, 'actorId', e.actor_id, 'actorRoles', to_json(e.actor_roles),
  'action', e.action, 'subjectType', e.subject_type, 'subjectId', e.subject_id, 'beforeHash', e.before_hash,
  'afterHash', e.after_hash, 'reason', e.reason, 'ipClass', e.ip_class, 'requestReference', e.request_reference) end as entry`);

export interface LinkColumns {
  readonly entryId: string;
  readonly entryHash: string;
  readonly previousHash: string;
  /** Seconds since 1970 in decimal, with six places. */
  readonly linkedAt: string;
}

/** What a signature is put under. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}

export interface SignedRoot extends ChainPoint {
  /** The UTC day that ends here. */
  readonly day: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface SignedHead extends ChainPoint {
  /** ISO 8601. */
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

/** The key that roots and heads are signed with. */
export interface AuditSigning {
  readonly id: string;
  /** Ed25519. */
  readonly privateKey: KeyObject;
}

export function hashEntry(entry: EntryColumns): string {
  return digest({ kind: 'audit-entry-1', ...entry });
}

export function hashLink({ entryId, entryHash, previousHash, linkedAt }: LinkColumns): string {
  return digest({ kind: 'audit-link-1', entryId, entryHash, previousHash, linkedAt });
}

/** Seconds in the form that PostgreSQL gives `extract(epoch …)` in. */
export function toEpochText(instant: Date): string {
  const milliseconds = instant.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return `${seconds}.${String(milliseconds - seconds * 1000).padStart(3, '0')}000`;
}

/** The UTC day of such a text; an empty text for what is no time. */
export function toUtcDay(epochText: string): string {
  const instant = new Date(Number(epochText) * 1000);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
}

export function signRoot(signing: AuditSigning, root: ChainPoint & { readonly day: string }): SignedRoot {
  return { ...root, keyId: signing.id, signature: signText(signing, rootText(root)) };
}

export function signHead(signing: AuditSigning, head: ChainPoint & { readonly at: string }): SignedHead {
  return { ...head, keyId: signing.id, signature: signText(signing, headText(head)) };
}

export function isRootGenuine(signing: AuditSigning, root: SignedRoot): boolean {
  return isGenuine(signing, root, rootText(root));
}

export function isHeadGenuine(signing: AuditSigning, head: SignedHead): boolean {
  return isGenuine(signing, head, headText(head));
}

function rootText({ day, seq, hash }: ChainPoint & { readonly day: string }): Buffer {
  return Buffer.from(canonicalJson({ kind: 'audit-root-1', day, seq, hash }));
}

function headText({ at, seq, hash }: ChainPoint & { readonly at: string }): Buffer {
  return Buffer.from(canonicalJson({ kind: 'audit-head-1', at, seq, hash }));
}

function signText({ privateKey }: AuditSigning, text: Buffer): string {
  return sign(null, text, privateKey).toString('base64url');
}

function isGenuine(signing: AuditSigning, signed: { keyId: string; signature: string }, text: Buffer): boolean {
  const publicKey = createPublicKey(signing.privateKey);
  return signed.keyId === signing.id && verify(null, text, publicKey, Buffer.from(signed.signature, 'base64url'));
}

function digest(value: CanonicalValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
