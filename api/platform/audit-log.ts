import { createHash } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { sql } from 'kysely';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { CanonicalValue } from '../kernel/canonical-json.ts';
import type { Clock } from '../kernel/clock.ts';
import { isId, newId } from '../kernel/ids.ts';
import { AuditActorKind } from './audit/audit-entry.entity.ts';
import type { EntityManager } from './database.ts';

/** A person at the other end of a request: a RequestContext is one. */
export interface AuditRequester {
  /** Null for a visitor. */
  readonly viewer: { readonly accountId: string; readonly roles: readonly string[] } | null;
  readonly ip: string;
  readonly clock: Clock;
  /** What the server's log calls the request. */
  readonly reference?: string;
}

/** The platform itself: a JobContext is one, and so is `{ clock }`. */
export interface AuditSystem {
  readonly clock: Clock;
}

export interface AuditDraft {
  /** Subject and past participle in dots and hyphens: `credential.decided`, `booking.cancelled-by-operator`. */
  readonly action: string;
  /** The noun, such as `credential`. */
  readonly subjectType: string;
  /** Null where the act is about no single thing. */
  readonly subjectId: string | null;
  /**
   * What mattered of the subject before and after; only a hash is kept. The hash is not keyed: give states, amounts and ids,
   * never a phone number or another value that somebody could guess and try.
   */
  readonly before?: CanonicalValue;
  readonly after?: CanonicalValue;
  /** A code or a short sentence without personal data; 500 characters are kept. */
  readonly reason?: string | null;
}

const ACTION = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;
const LONGEST_REASON = 500;

/**
 * Writes an entry of the audit log into the transaction of `em`: it is there if, and only if, that commits. It is one insert,
 * takes no lock that another writer could wait for and reads nothing.
 *
 * From its commit the database refuses to change or remove the entry. Whoever is superuser can switch that off; from the moment
 * the sealer has put the entry into the hash chain (within about two seconds while a worker runs, later while none does), even
 * that is noticed by `doorstep audit verify`. Until then it is not.
 */
export async function recordAudit(
  em: EntityManager,
  who: AuditRequester | AuditSystem,
  draft: AuditDraft,
): Promise<void> {
  requireSound(draft);
  const { kind, actorId, roles, ip, reference } = toActor(who);
  await sql`
    insert into audit_entry (id, at, actor_kind, actor_id, actor_roles, action, subject_type, subject_id, before_hash, after_hash,
      reason, ip_class, request_reference)
    values (${newId()}, ${who.clock.now()}, ${kind}, ${actorId}, ${roles}, ${draft.action}, ${draft.subjectType},
      ${draft.subjectId}, ${hashState(draft.before)}, ${hashState(draft.after)},
      ${draft.reason?.slice(0, LONGEST_REASON) ?? null}, ${ip === null ? null : toIpClass(ip)}, ${reference})`.execute(
    em.getKysely(),
  );
}

/** The network of an address, without the part that names a household: IPv4 to 24 bits, IPv6 to 48; null for anything else. */
export function toIpClass(ip: string): string | null {
  const plain = ip.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return null;
  const [head = '', tail] = plain.replace(/%.*$/, '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const groups = [...first, ...(tail === undefined ? [] : zeros), ...last].slice(0, 3);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
}

function hashState(state: CanonicalValue | undefined): string | null {
  return state === undefined ? null : createHash('sha256').update(canonicalJson(state)).digest('hex');
}

/** @throws for what a caller wrote wrongly, so that its first test shows it. */
function requireSound({ action, subjectId }: AuditDraft): void {
  if (!ACTION.test(action)) throw new Error(`${action} is no audit action: write it as subject.past-participle`);
  if (subjectId !== null && !isId(subjectId)) throw new Error('The subject of an audit entry is named by its id');
}

interface Actor {
  readonly kind: AuditActorKind;
  readonly actorId: string | null;
  readonly roles: readonly string[];
  readonly ip: string | null;
  readonly reference: string | null;
}

function toActor(who: AuditRequester | AuditSystem): Actor {
  if (!('viewer' in who)) return { kind: AuditActorKind.SYSTEM, actorId: null, roles: [], ip: null, reference: null };
  return {
    kind: who.viewer === null ? AuditActorKind.VISITOR : AuditActorKind.ACCOUNT,
    actorId: who.viewer?.accountId ?? null,
    roles: (who.viewer?.roles ?? []).toSorted(),
    ip: who.ip,
    reference: who.reference ?? null,
  };
}
