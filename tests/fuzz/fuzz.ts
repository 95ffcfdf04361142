import { makeCase } from './cases.ts';
import type { CaseSource, FuzzCase, Sendable } from './cases.ts';
import { judge } from './judge.ts';
import { Sender } from './send.ts';
import type { Answer } from './send.ts';
import { shrink } from './shrink.ts';

export interface FuzzTarget {
  readonly url: string;
  readonly source: CaseSource;
  /** Texts of people who never asked; none of them may come back. */
  readonly canaries: readonly string[];
  /** Sessions end while all kinds of mutations run; called now and then. */
  renewSessions(): Promise<void>;
  /** Memory in use after a collection, in bytes. */
  measure(): Promise<Memory>;
}

export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

export interface FuzzOptions {
  readonly count: number;
  readonly concurrency?: number;
  /** When to stop, however few were sent. */
  readonly limitMs: number;
}

export interface Violation {
  readonly case: FuzzCase;
  readonly found: readonly string[];
  readonly smallest: Sendable;
  readonly answer: string;
}

export interface FuzzReport {
  readonly sent: number;
  readonly elapsedMs: number;
  /** How many cases of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many answers of each status; `-` for a connection that ended without one. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly slowest: FuzzCase | null;
  readonly violations: readonly Violation[];
  /** After a tenth, in the middle and at the end: what is loaded once is loaded by then. */
  readonly memory: readonly Memory[];
  readonly stillServes: boolean;
}

const RENEW_EVERY = 250;
const MOST_VIOLATIONS = 25;

/** Sends malformed operations and looks at every answer. */
export async function fuzz(target: FuzzTarget, options: FuzzOptions): Promise<FuzzReport> {
  const sender = new Sender(target.url);
  const run = new Run(target, sender, options);
  await run.toEnd();
  const report = await run.report();
  sender.close();
  return report;
}

class Run {
  readonly #target: FuzzTarget;
  readonly #sender: Sender;
  readonly #options: FuzzOptions;
  readonly #began = performance.now();
  readonly #kinds: Record<string, number> = {};
  readonly #statuses: Record<string, number> = {};
  readonly #violations: { case: FuzzCase; found: readonly string[]; answer: Answer }[] = [];
  readonly #memory: Memory[] = [];
  #sent = 0;
  #slowest: { case: FuzzCase; elapsedMs: number } | null = null;

  constructor(target: FuzzTarget, sender: Sender, options: FuzzOptions) {
    this.#target = target;
    this.#sender = sender;
    this.#options = options;
  }

  async toEnd(): Promise<void> {
    const { count } = this.#options;
    for (const until of [Math.ceil(count / 10), Math.ceil(count / 2), count]) {
      await this.#sendUntil(until);
      this.#memory.push(await this.#target.measure());
    }
  }

  async report(): Promise<FuzzReport> {
    const violations: Violation[] = [];
    for (const one of this.#violations) violations.push(await this.#explain(one));
    const alive = await this.#sender.send(whoAmI);
    return {
      sent: this.#sent,
      elapsedMs: performance.now() - this.#began,
      kinds: this.#kinds,
      statuses: this.#statuses,
      slowestMs: this.#slowest?.elapsedMs ?? 0,
      slowest: this.#slowest?.case ?? null,
      violations: violations.sort((a, b) => JSON.stringify(a.smallest).length - JSON.stringify(b.smallest).length),
      memory: this.#memory,
      stillServes: alive.text === '{"data":{"viewer":null}}\n',
    };
  }

  async #sendUntil(count: number): Promise<void> {
    const { concurrency = 12, limitMs } = this.#options;
    while (this.#sent < count && this.#violations.length < MOST_VIOLATIONS) {
      if (performance.now() - this.#began > limitMs) return;
      await this.#target.renewSessions();
      const end = Math.min(count, this.#sent + RENEW_EVERY);
      await Promise.all(Array.from({ length: concurrency }, async () => this.#work(end)));
    }
  }

  async #work(end: number): Promise<void> {
    while (this.#sent < end) {
      const one = makeCase(this.#target.source, this.#sent++);
      const answer = await this.#sender.send(one.sends);
      this.#kinds[one.what] = (this.#kinds[one.what] ?? 0) + 1;
      const status = String(answer.status ?? '-');
      this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
      if (answer.elapsedMs > (this.#slowest?.elapsedMs ?? 0))
        this.#slowest = { case: one, elapsedMs: answer.elapsedMs };
      const found = judge(one, answer, this.#target.canaries);
      if (found.length > 0) this.#violations.push({ case: one, found, answer });
    }
  }

  async #explain(violation: { case: FuzzCase; found: readonly string[]; answer: Answer }): Promise<Violation> {
    await this.#target.renewSessions();
    const { found } = violation;
    const smallest = await shrink(violation.case.sends, async (sends) => {
      const again = judge({ ...violation.case, sends }, await this.#sender.send(sends), this.#target.canaries);
      return found.every((one) => again.includes(one));
    });
    return { case: violation.case, found, smallest, answer: violation.answer.text.slice(0, 600) };
  }
}

const whoAmI: Sendable = {
  kind: 'http',
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: '{"query":"{ viewer { id } }"}',
};
