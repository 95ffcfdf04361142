import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** File path → its source. */
export type SourceTree = Readonly<Record<string, string>>;

export interface BrokenRule {
  readonly rule: string;
  readonly from: string;
}

interface CruiseOutput {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** Names of the rules that `npm run check:architecture` applies. */
export function listRuleNames(): string[] {
  const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
  return config.forbidden.map(({ name }) => name);
}

/** Resolution needs a folder, the rules only its name. */
const dependencies = ['@mikro-orm/core', 'bullmq', 'kysely', 'lodash', 'stripe', 'temporal-polyfill', 'twilio', 'uuid'];
const devDependencies = ['vitest', 'vue'];

const toVersions = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, '1.0.0']));

const surroundings: SourceTree = Object.assign(
  {
    'package.json': JSON.stringify({
      name: 'planted',
      type: 'module',
      dependencies: toVersions(dependencies),
      devDependencies: toVersions(devDependencies),
    }),
    'web/tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
  },
  ...[...dependencies, ...devDependencies].map((name) => ({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'module.exports = {};',
  })),
) as SourceTree;

/** Writes the sources into a folder of their own and checks them there as the project's own are checked. */
export async function findBrokenRules(tree: SourceTree): Promise<BrokenRule[]> {
  const root = mkdtempSync(join(tmpdir(), 'doorstep-planted-'));
  try {
    for (const [path, source] of Object.entries({ ...surroundings, ...tree })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), source);
    }
    const command = fromRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const folders = [...new Set(Object.keys(tree).map((path) => path.slice(0, path.indexOf('/'))))];
    const cruise = [command, '--config', fromRoot('.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
    const { stdout } = await run(process.execPath, cruise, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    const { summary } = JSON.parse(stdout) as CruiseOutput;
    return summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
