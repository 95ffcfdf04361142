import { IsolationLevel } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, EntityManager } from '../database.ts';
import { readHead } from './audit-head.ts';
import type { AuditSigning, SignedRoot } from './chain-hash.ts';
import { listRoots, readWaiting } from './chain-rows.ts';
import type { AuditVerdict } from './chain-verdict.ts';
import { verifyChain } from './verify-chain.ts';

export interface InspectionScope {
  /** Only this many UTC days, today included; the whole chain if left out. */
  readonly days?: number;
  readonly savedRoots?: readonly SignedRoot[];
  /** Stop after so many milliseconds with what was checked by then. */
  readonly timeLimitMs?: number;
  readonly onProgress?: (links: number) => void;
}

export interface ChainStatus {
  /** Links in the chain. */
  readonly links: number;
  /** When the last one was made; null for an empty chain. */
  readonly linkedAt: Date | null;
  /** Entries without a link yet. */
  readonly waiting: number;
  /** Whether one of them has waited for longer than a minute. */
  readonly isStuck: boolean;
  /** The last UTC day whose end is signed. */
  readonly lastRootDay: string | null;
}

const DAY_MS = 86_400_000;

/** Reads the chain of the audit log and says whether it is sound. It never writes. */
export class AuditInspector {
  readonly #options: { database: Database; clock: Clock; signing: AuditSigning; headFile: string };

  constructor(options: { database: Database; clock: Clock; signing: AuditSigning; headFile: string }) {
    this.#options = options;
  }

  async inspect(scope: InspectionScope = {}): Promise<AuditVerdict> {
    const { clock, signing, headFile } = this.#options;
    // Before the snapshot: a head that was kept since would speak of links the snapshot does not have.
    const head = await readHead(headFile);
    const deadline = scope.timeLimitMs === undefined ? Infinity : performance.now() + scope.timeLimitMs;
    return this.#inSnapshot((em) =>
      verifyChain({
        em,
        clock,
        signing,
        head,
        savedRoots: scope.savedRoots,
        fromDay: scope.days === undefined ? undefined : firstDay(clock.now(), scope.days),
        goOn: (links) => {
          scope.onProgress?.(links);
          return performance.now() < deadline;
        },
      }),
    );
  }

  async listRoots(): Promise<SignedRoot[]> {
    return this.#inSnapshot((em) => listRoots(em));
  }

  async readStatus(): Promise<ChainStatus> {
    return this.#inSnapshot(async (em) => {
      const { rows } = await sql<{ links: string; linkedMs: number | null; day: string | null }>`
        select coalesce(last.seq, 0)::text as links, (extract(epoch from last.linked_at) * 1000)::float8 as "linkedMs",
          (select max(day)::text from audit_root) as day
        from (select 1) one left join lateral (select seq, linked_at from audit_link order by seq desc limit 1) last on true`.execute(
        em.getKysely(),
      );
      const { count, stuck } = await readWaiting(em);
      const row = rows[0];
      return {
        links: Number(row?.links ?? 0),
        linkedAt: row?.linkedMs == null ? null : new Date(row.linkedMs),
        waiting: count,
        isStuck: stuck !== null,
        lastRootDay: row?.day ?? null,
      };
    });
  }

  async #inSnapshot<T>(read: (em: EntityManager) => Promise<T>): Promise<T> {
    const { database } = this.#options;
    return database.em.fork().transactional(read, { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
  }
}

function firstDay(now: Date, days: number): string {
  return new Date(now.getTime() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}
