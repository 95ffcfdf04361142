import type { AuditQueueQuery, AuditedCredentialFragment } from '@/generated/graphql';

type QueuedNode = AuditQueueQuery['auditQueue']['edges'][number]['node'];
type Stated = 'issuedOn' | 'validFrom' | 'submittedAt' | 'dueAt';

/** A credential of which everything is stated, as of all that auditors see: only drafts lack something. */
type HandedIn<T> = { [K in keyof T]: K extends Stated ? NonNullable<T[K]> : T[K] };

export type QueueItem = HandedIn<QueuedNode>;
export type AuditedCredential = HandedIn<Omit<AuditedCredentialFragment, 'previous'>> & {
  previous: HandedIn<AuditedCredentialFragment['previous'][number]>[];
};

const isStated = <T extends Partial<Record<Stated, unknown>>>(credential: T): credential is T & HandedIn<T> =>
  credential.submittedAt != null && credential.dueAt !== null && credential.issuedOn !== null;

/** The ones that are handed in. */
export function listHandedIn(nodes: readonly QueuedNode[]): QueueItem[] {
  return nodes.filter(isStated);
}

/** The credential where it is handed in; else nothing, since there is nothing to decide. */
export function findHandedIn(credential: AuditedCredentialFragment | null | undefined): AuditedCredential | undefined {
  if (!credential || !isStated(credential)) return undefined;
  return { ...credential, previous: credential.previous.filter(isStated) };
}
