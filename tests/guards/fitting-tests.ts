import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Guard } from './find-guards.ts';

const TRIED_BEFORE = ['tests/api/authorization-matrix.test.ts', 'tests/api/read-rules.test.ts'];
/** Files of tests that name the place; more of them would rather be all. */
const MOST_FILES = 8;

/** Operations that the guard most likely belongs to, by the names of its function and of its file. */
export function likelyOperations({ file, within }: Guard): string[] {
  return [within, operationOf(file)];
}

/** Tests of places that no test names. */
const TESTS_OF_UNNAMED: Readonly<Record<string, string>> = {
  'api/app/subscriptions/socket-host.ts': 'tests/api/subscription-transport.test.ts',
};

/** Files of tests that name the guard's function, its operation or itself, the likeliest first. */
export function fittingTests(root: string, guard: Guard): string[] {
  const own = [`tests/api/${basename(guard.file).split('.')[0]}.test.ts`, TESTS_OF_UNNAMED[guard.file] ?? ''];
  const names = likelyOperations(guard).filter((name) => name.length > 4);
  const naming = globSync('tests/{api,platform,domain,jobs}/**/*.test.ts', { cwd: root })
    .filter((path) => !TRIED_BEFORE.includes(path))
    .map((path) => ({ path, times: timesNamed(readFileSync(join(root, path), 'utf8'), names) }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || a.path.localeCompare(b.path))
    .slice(0, MOST_FILES)
    .map(({ path }) => path);
  return [...new Set([...own.filter((path) => path !== '' && existsSync(join(root, path))), ...naming])];
}

function timesNamed(text: string, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + [...text.matchAll(new RegExp(`\\b${name}\\b`, 'gi'))].length, 0);
}

/** `cancel-booking.service.ts` is the work of `cancelBooking`. */
function operationOf(file: string): string {
  return (
    basename(file)
      .split('.')[0]
      ?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? ''
  );
}
