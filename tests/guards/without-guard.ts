import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guard } from './find-guards.ts';
import { withSwitches } from './with-switches.ts';

const COPIED = ['api', 'tests', 'migrations', 'schema', 'package.json', 'tsconfig.json'];

export interface Tree {
  readonly path: string;
  remove(): Promise<void>;
}

/** A copy of the tree in which each guard has a switch; the packages are shared. */
export async function copyTree(root: string, guards: readonly Guard[]): Promise<Tree> {
  const path = await mkdtemp(join(tmpdir(), 'doorstep-guards-'));
  for (const name of COPIED) await cp(join(root, name), join(path, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(path, 'node_modules'));
  for (const [file, own] of Map.groupBy(guards, (guard) => guard.file))
    await writeFile(join(path, file), withSwitches(await readFile(join(root, file), 'utf8'), own));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Which trial of the matrix or of the read rules noticed that a guard was gone; null where none did. */
export interface Verdict {
  readonly id: string;
  readonly by: string | null;
  /** Whether it was noticed only once other checks of who may enter were gone too. */
  readonly behind: boolean;
  /** The trials in which the guard is asked. */
  readonly askedIn: readonly string[];
}

/** Takes away each of the guards in one process. Those of which nothing is returned were not tried. */
export async function tryInMatrix(
  tree: Tree,
  guards: readonly { readonly id: string; readonly kind: string; readonly own: readonly string[] }[],
  postgresUrl: string,
): Promise<Verdict[]> {
  const list = join(tree.path, 'guards.json');
  const verdicts = join(tree.path, 'verdicts.jsonl');
  await writeFile(list, JSON.stringify(guards));
  await writeFile(verdicts, '');
  await runVitest(tree, ['--config=tests/guards/vitest.config.ts', '--reporter=dot'], {
    GUARD_RUN_POSTGRES: postgresUrl,
    GUARDS_LIST: list,
    GUARDS_VERDICTS: verdicts,
  });
  return readVerdicts(await readFile(verdicts, 'utf8'));
}

/** One verdict a line. */
export function readVerdicts(text: string): Verdict[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Verdict);
}

export interface Noticing {
  /** The first test that failed; null where all passed. */
  readonly by: string | null;
  /** Why nothing can be said: the tests did not run. */
  readonly broken: string | null;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs files of tests without one guard. */
export async function tryInTests(
  tree: Tree,
  id: string,
  files: readonly string[],
  postgresUrl: string,
): Promise<Noticing> {
  if (files.length === 0) return { by: null, broken: null };
  const output = join(tree.path, `${randomUUID()}.json`);
  await runVitest(
    tree,
    [
      '--config=tests/vitest.config.ts',
      '--project=api',
      '--project=domain',
      '--bail=1',
      '--reporter=json',
      `--outputFile=${output}`,
      ...files,
    ],
    { GUARD_RUN_POSTGRES: postgresUrl, GUARD_REMOVED: id },
  );
  const text = await readFile(output, 'utf8').catch(() => null);
  if (text === null) return { by: null, broken: 'vitest gave no report' };
  const { testResults } = JSON.parse(text) as VitestReport;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.find(({ status }) => status === 'failed');
  if (failed) return { by: failed.fullName.trim(), broken: null };
  const crashed = testResults.find(({ message, assertionResults }) => message !== '' && assertionResults.length === 0);
  if (crashed) return { by: null, broken: crashed.message.split('\n')[0] ?? 'a file of tests did not load' };
  return { by: null, broken: all.some(({ status }) => status === 'passed') ? null : 'no test ran' };
}

async function runVitest(
  tree: Tree,
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], {
    cwd: tree.path,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  await once(child, 'exit');
}
