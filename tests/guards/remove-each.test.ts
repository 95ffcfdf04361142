import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { rootFieldsOf } from '../support/authorization/ask-everything.ts';
import { CALLERS } from '../support/authorization/callers.ts';
import { MATRIX } from '../support/authorization/matrix-rows.ts';
import { buildMatrixScene } from '../support/authorization/matrix-scene.ts';
import type { MatrixScene } from '../support/authorization/matrix-scene.ts';
import { readStrange } from '../support/authorization/read-strange.ts';
import { READERS } from '../support/authorization/readers.ts';
import { ROUTES } from '../support/authorization/route-rows.ts';
import { takeDownRowSecurity } from '../support/authorization/row-security.ts';
import { buildStrangeObjects } from '../support/authorization/strange-objects.ts';
import type { Strange } from '../support/authorization/strange-objects.ts';
import { tryOperation } from '../support/authorization/try-operation.ts';
import { tryRoute } from '../support/authorization/try-route.ts';
import { trySubscription } from '../support/authorization/try-subscription.ts';
import { startTestApi } from '../support/test-api.ts';

/**
 * Runs in a copy of the tree whose guards have switches (`npm run guards`). Every trial of the matrix and of the read rules is
 * made once, to see which guards it asks; then each guard is taken away and the trials that ask it are made again, until one
 * notices. Second wall down: a guard has to hold on its own.
 */
const guards = JSON.parse(readFileSync(process.env['GUARDS_LIST'] ?? '', 'utf8')) as {
  id: string;
  kind: string;
  own: string[];
}[];
const kinds = new Map(guards.map(({ id, kind }) => [id, kind]));
const schema = buildGraphQLSchema();

let removed: ReadonlySet<string> = new Set();
let asked = new Set<string>();
globalThis.isWithout = (id) => {
  asked.add(id);
  return removed.has(id);
};

interface World {
  readonly scene: MatrixScene;
  readonly strange: Strange;
}

type Trial = (world: World) => Promise<readonly string[]>;

const TRIALS = new Map<string, Trial>([
  ...Object.keys(READERS).map((type): [string, Trial] => [`reads of ${type}`, (world) => tryReads(world, type)]),
  ...[...rootFieldsOf(schema)].map(([name, root]): [string, Trial] => [
    name,
    async ({ scene }) => {
      const attempt = root.kind === 'subscription' ? trySubscription : tryOperation;
      return (await attempt(scene, schema, root, MATRIX[name]!)).problems;
    },
  ]),
  ...Object.entries(ROUTES).map(([name, row]): [string, Trial] => [
    name,
    async ({ scene }) => (await tryRoute(scene, row)).problems,
  ]),
]);

async function tryReads({ scene, strange }: World, type: string): Promise<string[]> {
  const problems: string[] = [];
  for (const caller of CALLERS) {
    const { seen, shown } = await readStrange(schema, scene, strange, { type, caller });
    if (seen.join() !== shown.join()) problems.push(`${caller} sees ${seen.join(', ')}`);
  }
  return problems;
}

let world: World | null = null;
const askedBy = new Map<string, ReadonlySet<string>>();

/** A scene that nobody has broken into. */
async function renewWorld(): Promise<void> {
  removed = new Set();
  await world?.scene.api.close();
  const api = await startTestApi({ environment: { RATE_LIMIT_SCALE: '1000' } });
  const scene = await buildMatrixScene(api);
  await takeDownRowSecurity(api);
  world = { scene, strange: await buildStrangeObjects(scene) };
}

async function tryWithout(ids: readonly string[], trial: Trial): Promise<boolean> {
  removed = new Set(ids);
  const problems = await trial(world!).catch((error: unknown) => [String(error)]);
  removed = new Set();
  return problems.length > 0;
}

/** Whether the trial fails without the guards and holds with them; what got through without it may have spoilt the scene. */
async function isNoticed(ids: readonly string[], trial: Trial): Promise<boolean> {
  if (!(await tryWithout(ids, trial))) return false;
  if (!(await tryWithout([], trial))) return true;
  await renewWorld();
  const noticed = !(await tryWithout([], trial)) && (await tryWithout(ids, trial));
  await renewWorld();
  return noticed;
}

beforeAll(async () => {
  await renewWorld();
  for (const [name, trial] of TRIALS) {
    asked = new Set();
    if (await tryWithout([], trial)) throw new Error(`${name} fails with all guards in place`);
    askedBy.set(name, asked);
  }
});
afterAll(() => world?.scene.api.close());

/** Those that stand in each other's way: with one gone, the next gives the same answer. */
const ENTRY_CHECKS = new Set(['sign-in check', 'role check']);

/** The first of the trials that notices, and whether it took other checks of who may enter to be gone as well. */
async function findTrial(id: string, trials: readonly (readonly [string, Trial])[]): Promise<Verdict> {
  for (const [name, trial] of trials) if (await isNoticed([id], trial)) return { by: name, behind: false };
  if (!ENTRY_CHECKS.has(kinds.get(id) ?? '')) return { by: null, behind: false };
  for (const [name, trial] of trials) {
    const together = [...(askedBy.get(name) ?? [])].filter((other) => ENTRY_CHECKS.has(kinds.get(other) ?? ''));
    if (together.length > 1 && (await isNoticed(together, trial))) return { by: name, behind: true };
  }
  return { by: null, behind: false };
}

interface Verdict {
  readonly by: string | null;
  readonly behind: boolean;
}

describe('without', () => {
  it.each(guards)('$id', async ({ id, own }) => {
    const trials = [...TRIALS].filter(([name]) => askedBy.get(name)?.has(id));
    const sorted = trials.toSorted(([a], [b]) => Number(own.includes(b)) - Number(own.includes(a)));
    const verdict = await findTrial(id, sorted);
    appendFileSync(
      process.env['GUARDS_VERDICTS'] ?? '',
      `${JSON.stringify({ id, ...verdict, askedIn: sorted.map(([name]) => name) })}\n`,
    );
  });
});
