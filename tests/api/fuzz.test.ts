import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { makeCase } from '../fuzz/cases.ts';
import type { CaseSource, FuzzCase } from '../fuzz/cases.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { judge } from '../fuzz/judge.ts';
import type { Answer } from '../fuzz/send.ts';
import { prepareScene } from '../fuzz/scene.ts';
import type { FuzzScene } from '../fuzz/scene.ts';
import { shrink } from '../fuzz/shrink.ts';
import { DEMO_NOW } from '../support/demo-clock.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const SEED = 20_270;
const COUNT = 1_500;

let api: TestApi;
let scene: FuzzScene;
let tokens: readonly string[] = [];
let source: CaseSource;
beforeAll(async () => {
  api = await startTestApi({
    demo: true,
    clock: new FakeClock(DEMO_NOW),
    environment: { NODE_ENV: 'production', RATE_LIMIT_SCALE: '10000' },
  });
  scene = await prepareScene(() => api.em, api.clock);
  source = { schema: buildGraphQLSchema(), seed: SEED, ids: scene.ids, tokens: () => tokens };
});
afterAll(() => api.close());

describe('malformed operations of every kind', () => {
  it(`are refused politely, ${COUNT} of them, and the server still serves`, async () => {
    const report = await fuzz(
      {
        url: api.url,
        source,
        canaries: scene.canaries,
        renewSessions: async () => {
          tokens = await scene.openSessions();
        },
        // Of a whole test process it would say nothing; `npm run fuzz` measures a process of its own.
        measure: async () => Promise.resolve({ heap: 0, resident: 0 }),
      },
      { count: COUNT, limitMs: 240_000 },
    );

    expect(report.violations.map(({ found, smallest }) => ({ found, smallest }))).toEqual([]);
    expect(report.sent).toBe(COUNT);
    expect(report.stillServes).toBe(true);
    // Were nearly all of them refused at the door, the run would say little.
    expect(report.statuses['200']).toBeGreaterThan(COUNT / 4);
  }, 300_000);

  it('are the same for the same seed', () => {
    const again = Array.from({ length: 200 }, (_, index) => makeCase(source, index));

    expect(Array.from({ length: 200 }, (_, index) => makeCase(source, index))).toEqual(again);
    expect(makeCase({ ...source, seed: SEED + 1 }, 0)).not.toEqual(again[0]);
  });
});

describe('what counts as a violation', () => {
  const sent: FuzzCase = {
    index: 0,
    what: 'operation',
    echo: 'zq1echo',
    sends: { kind: 'http', method: 'POST', path: '/graphql', headers: {}, body: '{}' },
  };
  const answered = (text: string, over: Partial<Answer> = {}): Answer => ({
    status: 400,
    type: 'application/json',
    text,
    elapsedMs: 1,
    ...over,
  });

  it.each([
    ['a 500', answered('{}', { status: 500 }), 'answered 500'],
    [
      'a masked error in a 200',
      answered('{"errors":[{"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}', { status: 200 }),
      'an error of ours',
    ],
    ['SQL', answered('{"errors":[{"message":"select id from account"}]}'), 'leaks "select id from"'],
    ['a path', answered('{"errors":[{"message":"x at run (/srv/x.ts:1:2)"}]}'), 'leaks "at run ("'],
    ['an echo', answered('{"errors":[{"message":"no zq1echo here"}]}'), 'repeats what was sent'],
    ['an echo in quotes', answered('{"errors":[{"message":"found String \\"zq1echo\\""}]}'), 'repeats what was sent'],
    ['another person', answered('{"data":{"viewer":{"email":"canary-a"}}}'), 'tells of another person: canary-a'],
    ['a page', answered('<html>', { type: 'text/html' }), 'answers with text/html'],
    ['silence', answered('', { elapsedMs: 20_000 }), 'no answer in time'],
  ])('%s', (_what, answer, found) => {
    expect(judge(sent, answer, ['canary-a'])).toContain(found);
  });

  it('is not a name of the document, nor data', () => {
    const named =
      '{"errors":[{"message":"Cannot query field \\"zq1echo\\" on type \\"Query\\"."}],"data":{"a":"zq1echo"}}';

    expect(judge(sent, answered(named), ['canary-a'])).toEqual([]);
  });

  it('is shown as the smallest that still does it', async () => {
    const body = JSON.stringify({
      query: 'query ($a: ID!, $b: Int) { provider(id: $a) { id name } regions { id code } }',
      variables: { a: 'bad', b: [1, 2, 3], c: { d: 'x' } },
    });
    const smallest = await shrink(
      { ...sent.sends, kind: 'http', method: 'POST', path: '/graphql', headers: { x: 'y' }, body },
      async ({ body: smaller }) => Promise.resolve(smaller.includes('bad') && smaller.includes('code')),
    );

    expect(smallest.headers).toEqual({});
    expect(JSON.parse(smallest.body)).toEqual({
      query: '{\n  regions {\n    code\n  }\n}',
      variables: { a: 'bad' },
    });
  });
});
