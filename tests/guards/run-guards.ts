import { parseArgs } from 'node:util';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { makeTemplates } from '../support/global-setup.ts';
import { rootFieldsOf } from '../support/authorization/ask-everything.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { EXPECTED_SURVIVORS } from './expected-survivors.ts';
import { findGuards } from './find-guards.ts';
import type { Guard } from './find-guards.ts';
import { fittingTests } from './fitting-tests.ts';
import { copyTree, runWithout } from './without-guard.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '1000' },
    skip: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '14400' },
    jobs: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});
const root = new URL('../..', import.meta.url).pathname;
const wanted = new RegExp(values.only, 'i');
const guards = findGuards(root).filter(({ id }) => wanted.test(id));
const chosen = guards.slice(Number(values.skip), Number(values.skip) + Number(values.limit));

if (values.list) process.stdout.write(`${chosen.map(({ id }) => id).join('\n')}\n${chosen.length} guards\n`);
else process.exitCode = (await removeEach(chosen)) ? 0 : 1;

/** Whether each removal came out as it should. Each job takes the next guard, in a tree of its own. */
async function removeEach(all: readonly Guard[]): Promise<boolean> {
  const operations = [...rootFieldsOf(buildGraphQLSchema()).keys()];
  const until = performance.now() + Number(values.seconds) * 1_000;
  const counts = { noticed: 0, 'behind another': 0, SURVIVED: 0, 'CANNOT SAY': 0, 'not tried': 0 };
  const waiting = all.values();
  const server = await startTestPostgres();
  await makeTemplates(server);
  const work = async (): Promise<void> => {
    const { tree, remove } = await copyTree(root);
    try {
      for (const guard of waiting) {
        const verdict =
          performance.now() < until
            ? await tryWithout(tree, guard, operations, server.url('postgres'))
            : (['not tried', ''] as const);
        counts[verdict[0]] += 1;
        process.stdout.write(
          `${verdict[0].padEnd(14)} ${guard.id}${verdict[1] ? ` (line ${guard.line}): ${verdict[1]}` : ''}\n`,
        );
      }
    } finally {
      await remove();
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work)).finally(() => server.stop());
  const figures = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`${all.length} guards: ${figures.join(', ')}\n`);
  return counts.SURVIVED === 0 && counts['CANNOT SAY'] === 0 && all.length > 0;
}

type Verdict = readonly ['noticed' | 'behind another' | 'SURVIVED' | 'CANNOT SAY', string];

async function tryWithout(
  tree: string,
  guard: Guard,
  operations: readonly string[],
  postgresUrl: string,
): Promise<Verdict> {
  const { by, broken } = await runWithout(tree, guard, fittingTests(root, guard, operations), postgresUrl);
  const expected = EXPECTED_SURVIVORS[guard.id];
  if (broken !== null) return ['CANNOT SAY', broken];
  if (by !== null && expected !== undefined) return ['CANNOT SAY', `it is noticed, so take it off the list: ${by}`];
  if (by !== null) return ['noticed', by];
  return expected === undefined ? ['SURVIVED', ''] : ['behind another', expected];
}
