export type NotableFact =
  'expired' | 'issuedInFuture' | 'endsBeforeIssue' | 'sameNumber' | 'newNumber' | 'newIssuer' | 'rejectedBefore';

interface ClaimedFields {
  number: string;
  issuedBy: string;
  issuedOn: string;
  validUntil?: string | null;
}

interface EarlierCredential extends ClaimedFields {
  state: string;
}

const plain = (text: string): string => text.replaceAll(/\s/gu, '').toLowerCase();

/** What stands out in the claimed fields, compared with the calendar and with the last credential of the type. Local dates. */
export function notableFacts(
  claimed: ClaimedFields,
  previous: readonly EarlierCredential[],
  today: string,
): NotableFact[] {
  const facts: NotableFact[] = [];
  if (claimed.validUntil && claimed.validUntil < today) facts.push('expired');
  if (claimed.issuedOn > today) facts.push('issuedInFuture');
  if (claimed.validUntil && claimed.validUntil < claimed.issuedOn) facts.push('endsBeforeIssue');
  const last = previous[0];
  if (!last) return facts;
  facts.push(plain(last.number) === plain(claimed.number) ? 'sameNumber' : 'newNumber');
  if (plain(last.issuedBy) !== plain(claimed.issuedBy)) facts.push('newIssuer');
  if (previous.some(({ state }) => state === 'REJECTED' || state === 'REVOKED')) facts.push('rejectedBefore');
  return facts;
}

/** Facts that speak against approval rather than only inform. */
export const warningFacts: ReadonlySet<NotableFact> = new Set([
  'expired',
  'issuedInFuture',
  'endsBeforeIssue',
  'rejectedBefore',
]);
