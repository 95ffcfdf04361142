/** What was done to the log, as far as the rows tell. */
export enum AuditFault {
  EDITED = 'EDITED',
  DELETED = 'DELETED',
  INSERTED = 'INSERTED',
  REORDERED = 'REORDERED',
  TRUNCATED = 'TRUNCATED',
  REWRITTEN = 'REWRITTEN',
  ROOT_MISSING = 'ROOT_MISSING',
  ROOT_WRONG = 'ROOT_WRONG',
  SIGNATURE_WRONG = 'SIGNATURE_WRONG',
  NOT_SEALED = 'NOT_SEALED',
}

/** The first row that does not fit. */
export interface AuditFinding {
  readonly fault: AuditFault;
  /** Place in the chain; null where the row has none. */
  readonly seq: number | null;
  readonly entryId: string | null;
  /** When the entry says that it was written, or was linked; ISO 8601. */
  readonly at: string | null;
  /** One sentence in English. */
  readonly explanation: string;
}

export interface AuditVerdict {
  /** Null when everything that was checked is sound. */
  readonly finding: AuditFinding | null;
  /** Whether everything asked for was checked, rather than stopped by the time limit. */
  readonly complete: boolean;
  /** Links checked. */
  readonly links: number;
  /** Roots whose signature was checked. */
  readonly roots: number;
  readonly firstSeq: number;
  /** The last sound link; null when there is none. */
  readonly lastSeq: number | null;
  readonly lastHash: string | null;
  /** Up to when acts are proven; ISO 8601. */
  readonly soundUntil: string | null;
  /** Entries that wait for their link, none for longer than a minute if the log is sound. */
  readonly waiting: number;
  /** Whether a head kept outside the database was compared. */
  readonly headCompared: boolean;
}

export function toIso(epochText: string | null): string | null {
  const instant = new Date(Number(epochText) * 1000);
  return epochText === null || Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
