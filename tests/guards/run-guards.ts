import { appendFile, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makeTemplates } from '../support/global-setup.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { EXPECTED_SURVIVORS } from './expected-survivors.ts';
import { findGuards } from './find-guards.ts';
import type { Guard } from './find-guards.ts';
import { fittingTests, likelyOperations } from './fitting-tests.ts';
import { copyTree, readVerdicts, tryInMatrix, tryInTests } from './without-guard.ts';
import type { Noticing, Tree, Verdict } from './without-guard.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '1000' },
    skip: { type: 'string', default: '0' },
    list: { type: 'boolean', default: false },
    /** A file that keeps what the matrix said; what it said in an earlier run is not asked again. */
    verdicts: { type: 'string' },
  },
});
/** Files of tests wait for PostgreSQL much of their time. */
const LANES = 2;
const root = new URL('../..', import.meta.url).pathname;
const wanted = new RegExp(values.only, 'i');
const guards = findGuards(root);
const chosen = [...new Map(guards.map((guard) => [guard.id, guard])).values()]
  .filter(({ id }) => wanted.test(id))
  .slice(Number(values.skip), Number(values.skip) + Number(values.limit));

if (values.list) process.stdout.write(`${chosen.map(({ id }) => id).join('\n')}\n${chosen.length} guards\n`);
else process.exitCode = (await removeEach()) ? 0 : 1;

/** Whether each removal came out as it should: first by the matrix and the read rules, then by the tests of the operations that ask it. */
async function removeEach(): Promise<boolean> {
  const counts = { noticed: 0, 'behind another': 0, SURVIVED: 0, 'CANNOT SAY': 0 };
  const server = await startTestPostgres();
  const tree = await copyTree(root, guards);
  try {
    await makeTemplates(server);
    const url = server.url('postgres');
    const before = readVerdicts(await readFile(values.verdicts ?? '', 'utf8').catch(() => ''));
    const verdicts = new Map(before.map((verdict) => [verdict.id, verdict]));
    const asked = chosen
      .filter(({ id }) => !verdicts.has(id))
      .map((guard) => ({ id: guard.id, kind: guard.kind, own: likelyOperations(guard) }));
    const said = asked.length > 0 ? await tryInMatrix(tree, asked, url) : [];
    for (const verdict of said) verdicts.set(verdict.id, verdict);
    if (values.verdicts !== undefined)
      await appendFile(values.verdicts, said.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''));
    const waiting = [...chosen];
    const goOn = async (): Promise<void> => {
      for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
        const [word, why] = judge(guard, await lookFurther(tree, guard, verdicts.get(guard.id), url));
        counts[word] += 1;
        process.stdout.write(`${word.padEnd(14)} ${guard.id}${why ? ` (line ${guard.line}): ${why}` : ''}\n`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, goOn));
  } finally {
    await tree.remove();
    await server.stop();
  }
  const figures = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`${chosen.length} guards: ${figures.join(', ')}\n`);
  return counts.SURVIVED === 0 && counts['CANNOT SAY'] === 0 && chosen.length > 0;
}

async function lookFurther(tree: Tree, guard: Guard, verdict: Verdict | undefined, url: string): Promise<Looked> {
  if (verdict === undefined) return { by: null, broken: 'the matrix did not run to its end', behind: false };
  if (verdict.by !== null) return { by: verdict.by, broken: null, behind: verdict.behind };
  return {
    ...(await tryInTests(tree, guard.id, fittingTests(root, guard, verdict.askedIn), url)),
    behind: false,
  };
}

interface Looked extends Noticing {
  readonly behind: boolean;
}

type Word = 'noticed' | 'behind another' | 'SURVIVED' | 'CANNOT SAY';

function judge({ id }: Guard, { by, broken, behind }: Looked): readonly [Word, string] {
  const expected = EXPECTED_SURVIVORS[id];
  if (broken !== null) return ['CANNOT SAY', broken];
  if (by !== null && expected !== undefined) return ['CANNOT SAY', `it is noticed, so take it off the list: ${by}`];
  if (by !== null) return behind ? ['behind another', `with those gone too, ${by} notices`] : ['noticed', by];
  return expected === undefined ? ['SURVIVED', ''] : ['behind another', expected];
}
