import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { newId } from '../../api/kernel/ids.ts';
import { recordAudit } from '../../api/platform/audit-log.ts';
import { headFileOf, readHead } from '../../api/platform/audit/audit-head.ts';
import { AuditSealer } from '../../api/platform/audit/audit-sealer.ts';
import type { AuditSigning, SignedHead } from '../../api/platform/audit/chain-hash.ts';
import type { AuditVerdict } from '../../api/platform/audit/chain-verdict.ts';
import { verifyChain } from '../../api/platform/audit/verify-chain.ts';
import type { ChainQuestion } from '../../api/platform/audit/verify-chain.ts';
import type { EntityManager } from '../../api/platform/database.ts';
import { FakeClock } from './fakes/clock.ts';
import { createTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

export function buildSigning(id = 's1'): AuditSigning {
  return { id, privateKey: generateKeyPairSync('ed25519').privateKey };
}

/** An audit log with a sealer, a clock and a folder for the head, all of its own. */
export class AuditWorld {
  readonly clock = new FakeClock();
  readonly signing: AuditSigning;
  readonly test: TestDatabase;
  readonly folder: string;
  readonly sealer: AuditSealer;

  private constructor(test: TestDatabase, folder: string) {
    this.test = test;
    this.folder = folder;
    this.signing = buildSigning();
    this.sealer = this.buildSealer();
  }

  static async open(): Promise<AuditWorld> {
    return new AuditWorld(await createTestDatabase(), await mkdtemp(join(tmpdir(), 'doorstep-audit-')));
  }

  get em(): EntityManager {
    return this.test.database.em.fork();
  }

  get headFile(): string {
    return headFileOf(this.folder);
  }

  buildSealer(headFile = this.headFile): AuditSealer {
    const { test, clock, signing } = this;
    return new AuditSealer({ database: test.database, clock, logger: pino({ level: 'silent' }), signing, headFile });
  }

  async record(times = 1): Promise<string[]> {
    const subjects = Array.from({ length: times }, () => newId());
    for (const subjectId of subjects) {
      const who = { viewer: { accountId: newId(), roles: ['OPERATOR'] }, ip: '203.0.113.5', clock: this.clock };
      const draft = { action: 'thing.done', subjectType: 'thing', subjectId, reason: 'ASKED', after: { subjectId } };
      await recordAudit(this.em, who, draft);
    }
    return subjects;
  }

  /** `perDay` links on each of so many days, the last of them not over yet. */
  async fillDays(days: number, perDay: number): Promise<void> {
    for (let day = 0; day < days; day += 1) {
      if (day > 0) this.clock.advanceMinutes(24 * 60);
      await this.record(perDay);
      await this.sealer.seal();
    }
  }

  async head(): Promise<SignedHead | 'unreadable' | null> {
    return readHead(this.headFile);
  }

  async verify(em: EntityManager, question: Partial<ChainQuestion> = {}): Promise<AuditVerdict> {
    const { clock, signing } = this;
    return verifyChain({ em, clock, signing, head: await this.head(), ...question });
  }

  /** What verification says after statements that a superuser runs with all guards off; then they are undone. */
  async afterTampering(
    tamper: (run: (statement: string, parameters?: unknown[]) => Promise<void>) => Promise<void>,
    question: Partial<ChainQuestion> = {},
  ): Promise<AuditVerdict> {
    const undone = new Error('undone');
    let verdict: AuditVerdict | null = null;
    const transaction = this.em.transactional(async (em) => {
      for (const table of ['audit_entry', 'audit_link', 'audit_root'])
        await em.execute(`alter table ${table} disable trigger all`);
      await tamper(async (statement, parameters = []) => {
        await em.execute(statement, parameters);
      });
      verdict = await this.verify(em, question);
      throw undone;
    });
    await transaction.catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    return verdict!;
  }

  async close(): Promise<void> {
    await this.test.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
