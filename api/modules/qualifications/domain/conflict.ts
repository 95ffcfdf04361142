/** What an auditor has to do with the holder of a credential, so that somebody else must decide (Q4). */
export type ConflictKind = 'OWN' | 'EMPLOYER' | 'EMPLOYEE' | 'COLLEAGUE';

/** One of the two people, by their account and the businesses they work for or manage. */
export interface InterestedParty {
  /** Null for a holder without an account. */
  readonly accountId: string | null;
  readonly worksFor: readonly string[];
  readonly manages: readonly string[];
}

/**
 * The nearest tie between an auditor and a holder, or null: the holder themselves, somebody who manages the holder's
 * business, somebody whose business the holder manages, somebody of the same business.
 */
export function conflictBetween(auditor: InterestedParty, holder: InterestedParty): ConflictKind | null {
  if (auditor.accountId !== null && auditor.accountId === holder.accountId) return 'OWN';
  if (share(auditor.manages, holder.worksFor)) return 'EMPLOYER';
  if (share(auditor.worksFor, holder.manages)) return 'EMPLOYEE';
  if (share([...auditor.worksFor, ...auditor.manages], [...holder.worksFor, ...holder.manages])) return 'COLLEAGUE';
  return null;
}

function share(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}
