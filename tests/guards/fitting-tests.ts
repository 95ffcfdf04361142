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

/** Files of tests that name the guard's function, its operation or itself. */
export function fittingTests(root: string, guard: Guard): string[] {
  const own = `tests/api/${basename(guard.file).split('.')[0]}.test.ts`;
  const names = likelyOperations(guard).filter((name) => name.length > 4);
  const naming = globSync('tests/{api,platform,domain,jobs}/**/*.test.ts', { cwd: root })
    .filter((path) => !TRIED_BEFORE.includes(path))
    .filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return names.some((name) => new RegExp(`\\b${name}\\b`, 'i').test(text));
    })
    .sort()
    .slice(0, MOST_FILES);
  return [...new Set([...(existsSync(join(root, own)) ? [own] : []), ...naming])];
}

/** `cancel-booking.service.ts` is the work of `cancelBooking`. */
function operationOf(file: string): string {
  return (
    basename(file)
      .split('.')[0]
      ?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? ''
  );
}
