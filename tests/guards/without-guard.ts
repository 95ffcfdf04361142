import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guard } from './find-guards.ts';
import type { TestRun } from './fitting-tests.ts';

const COPIED = ['api', 'tests', 'migrations', 'schema', 'package.json', 'tsconfig.json'];

/** A tree of its own to break things in; the packages are shared. */
export async function copyTree(root: string): Promise<{ readonly tree: string; remove(): Promise<void> }> {
  const tree = await mkdtemp(join(tmpdir(), 'doorstep-guards-'));
  for (const name of COPIED) await cp(join(root, name), join(tree, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
  return { tree, remove: () => rm(tree, { recursive: true, force: true }) };
}

export interface Noticing {
  /** The first test that failed; null where all passed. */
  readonly by: string | null;
  /** Why nothing can be said: the tests did not run. */
  readonly broken: string | null;
}

/** Runs tests on the tree without the guard, on the server at `postgresUrl`, and puts it back. */
export async function runWithout(
  tree: string,
  guard: Guard,
  runs: readonly TestRun[],
  postgresUrl: string,
): Promise<Noticing> {
  const path = join(tree, guard.file);
  const before = await readFile(path, 'utf8');
  try {
    const { start, end, text } = guard.edit;
    await writeFile(path, `${before.slice(0, start)}${text}${before.slice(end)}`);
    for (const run of runs) {
      const noticing = await runTests(tree, run, postgresUrl);
      if (noticing.by !== null || noticing.broken !== null) return noticing;
    }
    return { by: null, broken: runs.length === 0 ? 'no test fits' : null };
  } finally {
    await writeFile(path, before);
  }
}

interface VitestReport {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

async function runTests(tree: string, { files, name }: TestRun, postgresUrl: string): Promise<Noticing> {
  const output = join(tree, 'report.json');
  await rm(output, { force: true });
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=tests/vitest.config.ts',
      '--project=api',
      '--project=domain',
      '--bail=1',
      '--reporter=json',
      `--outputFile=${output}`,
      ...(name === undefined ? [] : [`--testNamePattern=${name}`]),
      ...files,
    ],
    { cwd: tree, stdio: 'ignore', env: { ...process.env, GUARD_RUN_POSTGRES: postgresUrl } },
  );
  await once(child, 'exit');
  const text = await readFile(output, 'utf8').catch(() => null);
  if (text === null) return { by: null, broken: 'vitest gave no report' };
  const { testResults } = JSON.parse(text) as VitestReport;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.find(({ status }) => status === 'failed');
  if (failed) return { by: failed.fullName.trim(), broken: null };
  const crashed = testResults.find(({ message, assertionResults }) => message !== '' && assertionResults.length === 0);
  if (crashed) return { by: null, broken: crashed.message.split('\n')[0] ?? 'a file of tests did not load' };
  return all.some(({ status }) => status === 'passed')
    ? { by: null, broken: null }
    : { by: null, broken: 'no test ran' };
}
