import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { rootFieldsOf } from '../support/authorization/ask-everything.ts';
import { idArgumentsOf } from '../support/authorization/id-arguments.ts';
import { MATRIX } from '../support/authorization/matrix-rows.ts';
import type { OperationRow } from '../support/authorization/matrix-rows.ts';
import { buildMatrixScene } from '../support/authorization/matrix-scene.ts';
import type { MatrixScene } from '../support/authorization/matrix-scene.ts';
import { ROUTES } from '../support/authorization/route-rows.ts';
import { takeDownRowSecurity } from '../support/authorization/row-security.ts';
import { tryOperation } from '../support/authorization/try-operation.ts';
import type { Tried } from '../support/authorization/try-operation.ts';
import { listRoutes, tryRoute } from '../support/authorization/try-route.ts';
import { trySubscription } from '../support/authorization/try-subscription.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const schema = buildGraphQLSchema();
const fields = rootFieldsOf(schema);

function rowOf(name: string): OperationRow {
  const row = MATRIX[name];
  if (row === undefined) throw new Error(`${name} has no row: add one in tests/support/authorization/rows`);
  return row;
}

describe('the table of operations', () => {
  it('has a row for every query, mutation and subscription, and no other', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...fields.keys()].sort());
  });

  it.each([...fields])('%s says of every id what it names', (name, { field }) => {
    expect(Object.keys(rowOf(name).ids ?? {}).sort()).toEqual(idArgumentsOf(field).sort());
  });
});

/** The resolvers have to hold on their own: what row-level security would hide, they must not show. */
describe.each([
  ['with both walls', false],
  ['with the second wall taken down', true],
])('who may do what, and to whose, %s', (_, takeDown) => {
  let api: TestApi;
  let scene: MatrixScene;
  let cases = 0;
  beforeAll(async () => {
    api = await startTestApi({ environment: { RATE_LIMIT_SCALE: '1000' } });
    scene = await buildMatrixScene(api);
    if (takeDown) await takeDownRowSecurity(api);
  });
  afterAll(async () => {
    await api.close();
    const figures = `${fields.size} operations, ${Object.keys(ROUTES).length} routes, ${cases} cases`;
    process.stdout.write(`authorization ${takeDown ? 'by resolvers alone' : 'by both walls'}: ${figures}\n`);
  });
  const count = (tried: Tried): readonly string[] => {
    cases += tried.cases;
    return tried.problems;
  };

  it.each([...fields])('%s', async (name, root) => {
    const attempt = root.kind === 'subscription' ? trySubscription : tryOperation;

    expect(count(await attempt(scene, schema, root, rowOf(name)))).toEqual([]);
  });

  it('has a row for every route, and no other', () => {
    expect(listRoutes(api.routes).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES))('%s', async (_route, row) => {
    expect(count(await tryRoute(scene, row))).toEqual([]);
  });
});
