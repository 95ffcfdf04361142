import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Guard } from './find-guards.ts';

/** Tried before, or started as processes of their own and at great length. */
const NOT_ASKED =
  /(?:authorization-matrix|read-rules|sensitive-fields|fuzz|booking-walks|demo-on-other-days|crashed-worker|-command|canary)\.test\.ts$/;
const MOST_FILES = 10;
/** An operation of so many others says nothing of one guard. */
const MOST_OPERATIONS = 12;
/** Tests of places that no operation of the matrix asks. */
const TESTS_OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  'api/app/subscriptions/socket-host.ts': ['tests/api/subscription-transport.test.ts'],
  'api/modules/accounts/household.queries.ts': ['tests/jobs/visit-messages.test.ts'],
};

/** Operations that the guard most likely belongs to, by the names of its function and of its file. */
export function likelyOperations({ file, within }: Guard): string[] {
  return [within, operationOf(file)];
}

/** Files of tests that name the guard's function, its operation or one in which it is asked; the likeliest first. */
export function fittingTests(root: string, guard: Guard, askedIn: readonly string[]): string[] {
  const operations = askedIn.length > MOST_OPERATIONS ? [] : askedIn.map((name) => name.replace(/^reads of /, ''));
  const names = [...new Set([...likelyOperations(guard), ...operations, ...exportsOf(join(root, guard.file))])].filter(
    (name) => /^\w{5,}$/.test(name),
  );
  const own = names.map((name) => `${inKebab(name)}.test.ts`);
  const naming = globSync('tests/{api,platform,domain,jobs}/**/*.test.ts', { cwd: root })
    .filter((path) => !NOT_ASKED.test(path))
    .map((path) => ({
      path,
      times: timesNamed(readFileSync(join(root, path), 'utf8'), names) + (own.includes(basename(path)) ? 100 : 0),
    }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || a.path.localeCompare(b.path))
    .slice(0, MOST_FILES)
    .map(({ path }) => path);
  return [...new Set([...(TESTS_OF_OTHERS[guard.file] ?? []), ...naming])];
}

/** The functions that a file offers. */
function exportsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name ?? '');
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

function inKebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
}
