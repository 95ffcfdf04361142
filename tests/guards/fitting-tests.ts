import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Guard } from './find-guards.ts';

/** Tests to run at once; `name` picks single ones of a file. */
export interface TestRun {
  readonly files: readonly string[];
  readonly name?: string;
}

const MATRIX = 'tests/api/authorization-matrix.test.ts';
const READ_RULES = 'tests/api/read-rules.test.ts';
const SENSITIVE = 'tests/api/sensitive-fields.test.ts';
/** Files of tests that name the place; more of them would rather be all. */
const MOST_FILES = 6;

/** What should notice that the guard is gone, the cheapest first. What none of them notices, nothing does. */
export function fittingTests(root: string, guard: Guard, operations: readonly string[]): TestRun[] {
  const near = filesThatName(root, guard);
  const rest: TestRun[] = near.length > 0 ? [{ files: near }] : [];
  if (guard.kind === 'read rule') return [{ files: [READ_RULES] }, ...rest];
  if (guard.kind === 'policy') return [{ files: [READ_RULES] }, ...rest, { files: [MATRIX] }, { files: [SENSITIVE] }];
  const operation = [guard.within, operationOf(guard.file)].find((name) => operations.includes(name));
  const own: TestRun[] = operation === undefined ? [] : [{ files: [MATRIX], name: ` ${operation}$` }];
  return [...own, ...rest, ...(operation === undefined ? [{ files: [MATRIX] }] : [])];
}

/** `cancel-booking.service.ts` is the work of `cancelBooking`. */
function operationOf(file: string): string {
  return (
    basename(file)
      .split('.')[0]
      ?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? ''
  );
}

function filesThatName(root: string, { file, within }: Guard): string[] {
  const own = `tests/api/${basename(file).split('.')[0]}.test.ts`;
  const names = [within, operationOf(file)].filter((name) => name.length > 4);
  const naming = globSync('tests/{api,platform,domain,jobs}/**/*.test.ts', { cwd: root })
    .filter((path) => ![MATRIX, READ_RULES, SENSITIVE].includes(path))
    .filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return names.some((name) => new RegExp(`\\b${name}\\b`, 'i').test(text));
    })
    .sort()
    .slice(0, MOST_FILES);
  return [...new Set([...(existsSync(join(root, own)) ? [own] : []), ...naming])];
}
