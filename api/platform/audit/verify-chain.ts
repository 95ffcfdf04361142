import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../database.ts';
import { NO_HASH, hashEntry, hashLink, isHeadGenuine, isRootGenuine, toUtcDay } from './chain-hash.ts';
import type { AuditSigning, SignedHead, SignedRoot } from './chain-hash.ts';
import { findLinkBy, findStrayLink, findUnknownEntry, listLinks, listRoots, readWaiting } from './chain-rows.ts';
import type { LinkRow } from './chain-rows.ts';
import { AuditFault, toIso } from './chain-verdict.ts';
import type { AuditFinding, AuditVerdict } from './chain-verdict.ts';

const LINKS_PER_PAGE = 1_000;
/** How long after midnight a worker may take to sign the day before. */
const ROOT_GRACE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface ChainQuestion {
  /** In one snapshot: repeatable read. */
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly signing: AuditSigning;
  /** Read before the snapshot was taken; null when none is kept where this process runs. */
  readonly head: SignedHead | 'unreadable' | null;
  /** Roots that somebody kept elsewhere. */
  readonly savedRoots?: readonly SignedRoot[];
  /** Check from the last root before this UTC day on, trusting its signature; from the beginning if left out. */
  readonly fromDay?: string;
  /** Whether to go on with the next page; told how many links are done. */
  readonly goOn?: (links: number) => boolean;
}

interface Place {
  readonly seq: number;
  readonly hash: string;
  readonly linkedAt: string | null;
}

/**
 * Reads the chain from its beginning, or from a signed root, and names the first row that does not fit. It proves that nothing
 * was changed up to the last root kept elsewhere or the head kept outside the database; somebody who holds the signing key and
 * both of these could still forge it all.
 */
export async function verifyChain(question: ChainQuestion): Promise<AuditVerdict> {
  return new ChainReader(question, await listRoots(question.em)).read();
}

class ChainReader {
  readonly #question: ChainQuestion;
  readonly #roots: ReadonlyMap<string, SignedRoot>;
  readonly #start: SignedRoot | null;
  /** What signed points kept outside the database say about places of the chain. */
  readonly #points: ReadonlyMap<number, { readonly hash: string; readonly what: string }[]>;
  #last: Place;
  #links = 0;
  #rootsChecked = 0;

  constructor(question: ChainQuestion, roots: readonly SignedRoot[]) {
    this.#question = question;
    this.#roots = new Map(roots.map((root) => [root.day, root]));
    const { fromDay } = question;
    this.#start = fromDay === undefined ? null : (roots.findLast(({ day }) => day < fromDay) ?? null);
    this.#points = collectPoints(question);
    this.#last = { seq: 0, hash: NO_HASH, linkedAt: null };
  }

  async read(): Promise<AuditVerdict> {
    const early = this.#checkSignatures() ?? (await this.#enter());
    if (early !== null) return this.#verdict(early, true, 0);
    for (;;) {
      const rows = await listLinks(this.#question.em, this.#last.seq, LINKS_PER_PAGE);
      for (const row of rows) {
        const finding = (await this.#checkRow(row)) ?? this.#checkDayBefore(row) ?? this.#checkPoints(row);
        if (finding !== null) return this.#verdict(finding, true, 0);
        this.#last = row;
        this.#links += 1;
      }
      if (rows.length < LINKS_PER_PAGE) return this.#finish();
      if (this.#question.goOn?.(this.#links) === false) return this.#verdict(null, false, 0);
    }
  }

  /** Signed things first: what is not genuine proves nothing about the rest. */
  #checkSignatures(): AuditFinding | null {
    const { head, signing, savedRoots = [] } = this.#question;
    if (head === 'unreadable' || (head !== null && !isHeadGenuine(signing, head)))
      return about(AuditFault.SIGNATURE_WRONG, null, 'the head kept outside the database is not one of ours');
    const forged = savedRoots.find((root) => !isRootGenuine(signing, root));
    return forged
      ? about(
          AuditFault.SIGNATURE_WRONG,
          forged,
          `the saved root of ${forged.day} is not signed with the key of this installation`,
        )
      : null;
  }

  async #enter(): Promise<AuditFinding | null> {
    const root = this.#start;
    if (root === null) return null;
    const wrong = this.#checkRoot(root, root);
    if (wrong !== null) return wrong;
    const [link] = await listLinks(this.#question.em, root.seq - 1, 1);
    if (link?.seq !== root.seq)
      return about(AuditFault.TRUNCATED, root, `the link that the root of ${root.day} signs is gone`);
    const finding = await this.#checkContent(link);
    if (finding !== null) return finding;
    if (link.hash !== root.hash) return rewritten(link, `the root of ${root.day}`);
    this.#last = link;
    return null;
  }

  async #checkRow(row: LinkRow): Promise<AuditFinding | null> {
    return (await this.#checkPlace(row)) ?? (await this.#checkContent(row));
  }

  /** Whether the row is the one that follows the last. */
  async #checkPlace(row: LinkRow): Promise<AuditFinding | null> {
    const { em } = this.#question;
    const expected = this.#last.seq + 1;
    if (row.seq === expected && row.previousHash === this.#last.hash) return null;
    const successor = await findLinkBy(em, 'previous_hash', this.#last.hash);
    if (row.seq < expected) return stray(row.seq);
    if (row.seq !== expected) {
      return successor === null
        ? about(AuditFault.DELETED, { seq: expected }, `links ${expected} to ${row.seq - 1} are gone`)
        : about(AuditFault.REORDERED, { seq: expected }, `the link that belongs here stands at ${successor}`);
    }
    if (hashLink(row) !== row.hash) return edited(row);
    const predecessor = await findLinkBy(em, 'hash', row.previousHash);
    if (predecessor !== null && predecessor < expected) {
      const inserted = { ...row, seq: predecessor + 1, entryId: null };
      return about(
        AuditFault.INSERTED,
        inserted,
        `links ${predecessor + 1} to ${expected - 1} were put between others`,
      );
    }
    if (predecessor !== null) return about(AuditFault.REORDERED, row, `this link belongs after ${predecessor}`);
    return successor === null
      ? about(AuditFault.DELETED, row, 'the link that stood before this one is gone')
      : about(
          AuditFault.INSERTED,
          row,
          `this link was put between others; the one that belongs here stands at ${successor}`,
        );
  }

  async #checkContent(row: LinkRow): Promise<AuditFinding | null> {
    if (hashLink(row) !== row.hash) return edited(row);
    if (row.entry === null) return about(AuditFault.DELETED, row, 'the entry of this link is gone');
    return hashEntry(row.entry) === row.entryHash
      ? null
      : about(AuditFault.EDITED, { ...row, linkedAt: row.entry.at }, 'the entry is not as it was when it was linked');
  }

  /** With the first link of a day, the day before must have been signed. */
  #checkDayBefore(row: LinkRow): AuditFinding | null {
    if (this.#last.linkedAt === null || toUtcDay(this.#last.linkedAt) === toUtcDay(row.linkedAt)) return null;
    return this.#checkDay(toUtcDay(this.#last.linkedAt));
  }

  #checkDay(day: string): AuditFinding | null {
    const root = this.#roots.get(day);
    if (!root) return about(AuditFault.ROOT_MISSING, this.#last, `the root of ${day} is missing`);
    return root === this.#start ? null : this.#checkRoot(root, this.#last);
  }

  #checkRoot(root: SignedRoot, end: { readonly seq: number; readonly hash: string }): AuditFinding | null {
    this.#rootsChecked += 1;
    if (!isRootGenuine(this.#question.signing, root))
      return about(AuditFault.SIGNATURE_WRONG, root, `the root of ${root.day} is not what was signed`);
    if (root.seq !== end.seq)
      return about(AuditFault.ROOT_WRONG, root, `${root.day} was signed at link ${root.seq} but ends at ${end.seq}`);
    return root.hash === end.hash ? null : rewritten(end, `the root of ${root.day}`);
  }

  #checkPoints(row: LinkRow): AuditFinding | null {
    const point = this.#points.get(row.seq)?.find(({ hash }) => hash !== row.hash);
    return point ? rewritten(row, point.what) : null;
  }

  async #finish(): Promise<AuditVerdict> {
    const { em, fromDay } = this.#question;
    const { count, stuck } = await readWaiting(em);
    const finding = this.#checkEnd() ?? (await this.#checkLoose(fromDay ?? null));
    if (finding !== null || stuck === null) return this.#verdict(finding, true, count);
    const loose = { entryId: stuck.entryId, linkedAt: stuck.at };
    return stuck.at === null
      ? this.#verdict(about(AuditFault.DELETED, loose, 'the entry was removed before it was linked'), true, count)
      : this.#verdict(
          about(
            AuditFault.NOT_SEALED,
            loose,
            `${count} entries wait for their link, the first for over a minute: is a worker running?`,
          ),
          true,
          count,
        );
  }

  #checkEnd(): AuditFinding | null {
    const beyond = [...this.#points.keys()].filter((seq) => seq > this.#last.seq).sort((a, b) => b - a)[0];
    if (beyond !== undefined) {
      const what = this.#points.get(beyond)?.[0]?.what ?? '';
      const explanation = `the chain ends at ${this.#last.seq}, but ${what} is link ${beyond}`;
      return about(AuditFault.TRUNCATED, { seq: this.#last.seq + 1 }, explanation);
    }
    const lastDay = this.#last.linkedAt === null ? '' : toUtcDay(this.#last.linkedAt);
    const later = [...this.#roots.values()].find(({ day }) => day > lastDay);
    if (later) {
      return later.seq > this.#last.seq
        ? about(
            AuditFault.TRUNCATED,
            { seq: this.#last.seq + 1 },
            `the root of ${later.day} signs link ${later.seq}, which is gone`,
          )
        : about(AuditFault.ROOT_WRONG, later, `nothing was linked on ${later.day}, yet there is a root`);
    }
    if (lastDay === '') return null;
    const signedBy = Date.parse(lastDay) + DAY_MS + ROOT_GRACE_MS;
    const isDue = this.#question.clock.now().getTime() > signedBy;
    return isDue || this.#roots.has(lastDay) ? this.#checkDay(lastDay) : null;
  }

  async #checkLoose(fromDay: string | null): Promise<AuditFinding | null> {
    const seq = await findStrayLink(this.#question.em, this.#last.seq);
    if (seq !== null) return stray(seq);
    const loose = await findUnknownEntry(this.#question.em, fromDay);
    if (loose === null) return null;
    const explanation = 'the entry has no link: it was put in past the log, or the end of the chain was cut off';
    return about(AuditFault.INSERTED, { entryId: loose.entryId, linkedAt: loose.at }, explanation);
  }

  #verdict(finding: AuditFinding | null, complete: boolean, waiting: number): AuditVerdict {
    const { seq, hash, linkedAt } = this.#last;
    return {
      finding,
      complete,
      links: this.#links,
      roots: this.#rootsChecked,
      firstSeq: (this.#start?.seq ?? 0) + 1,
      lastSeq: seq === 0 ? null : seq,
      lastHash: seq === 0 ? null : hash,
      soundUntil: toIso(linkedAt),
      waiting,
      headCompared: this.#question.head !== null,
    };
  }
}

function collectPoints({ head, savedRoots = [] }: ChainQuestion): Map<number, { hash: string; what: string }[]> {
  const points = new Map<number, { hash: string; what: string }[]>();
  const add = (seq: number, hash: string, what: string): void => {
    points.set(seq, [...(points.get(seq) ?? []), { hash, what }]);
  };
  for (const root of savedRoots) add(root.seq, root.hash, `the saved root of ${root.day}`);
  if (head !== null && head !== 'unreadable') add(head.seq, head.hash, 'the head kept outside the database');
  return points;
}

interface Subject {
  readonly seq?: number;
  readonly entryId?: string | null;
  readonly linkedAt?: string | null;
}

function about(fault: AuditFault, subject: Subject | null, explanation: string): AuditFinding {
  const { seq = null, entryId = null, linkedAt = null } = subject ?? {};
  return { fault, seq, entryId, at: toIso(linkedAt), explanation };
}

function edited(row: LinkRow): AuditFinding {
  return about(AuditFault.EDITED, row, 'the link is not as it was when it was made');
}

function stray(seq: number): AuditFinding {
  return about(AuditFault.INSERTED, { seq }, 'a link stands beside the chain');
}

function rewritten(link: Subject, signedBy: string): AuditFinding {
  return about(AuditFault.REWRITTEN, link, `the chain up to here is not the one that ${signedBy} signs`);
}
