import { globSync, readFileSync } from 'node:fs';
import { Kind, concatAST, isObjectType, parse } from 'graphql';
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_COST } from '../../api/app/document-limits/admit-operation.ts';
import { costOf } from '../../api/app/document-limits/operation-cost.ts';
import { MUTATION_TABLE, QUERY_TABLE } from '../../api/app/document-limits/operation-table.ts';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const ID = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ environment: { NODE_ENV: 'production' } });
});
afterAll(() => api.close());

async function refusal(query: string, variables?: Record<string, unknown>): Promise<string | null> {
  const { status, errors } = await api.visitor().send(query, variables);
  if (errors.length === 0) return null;
  expect(status).toBe(400);
  expect(errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  return errors[0]!.message;
}

describe('the documents of the web app', () => {
  const document = concatAST(globSync('web/src/**/*.graphql').map((file) => parse(readFileSync(file, 'utf8'))));
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const schema = buildGraphQLSchema();

  it.each(operations.map((operation) => [operation.name!.value, operation] as const))(
    '%s costs less than half of what one request may, and fits with the longest pages',
    (_name, operation) => {
      expect(costOf({ schema, operation, fragments, variables: { first: 30 } })).toBeLessThan(MOST_COST / 2);
      expect(costOf({ schema, operation, fragments, variables: { first: 100 } })).toBeLessThan(MOST_COST);
    },
  );

  it('are at least the forty that there were when this was written', () => {
    expect(operations.length).toBeGreaterThan(40);
  });
});

describe('cost', () => {
  const schema = buildGraphQLSchema();
  function costOfText(text: string, variables: Record<string, unknown> = {}): number {
    const { definitions } = parse(text);
    const fragments = new Map(
      definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
    );
    const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
    return costOf({ schema, operation, fragments, variables });
  }

  it.each([
    { what: 'a field costs 1', text: '{ viewer { id } }', cost: 2 },
    { what: 'a list counts as five', text: '{ regions { id code } }', cost: 11 },
    { what: 'a page counts as long as asked', text: '{ myBookings(first: 7) { edges { node { id } } } }', cost: 22 },
    { what: 'a page counts as long as usual', text: '{ myBookings { totalCount } }', cost: 21 },
    {
      what: 'a fragment costs its fields, each time',
      text: '{ viewer { ...F ...F } } fragment F on Viewer { id }',
      cost: 3,
    },
    { what: 'an inline fragment adds nothing', text: '{ viewer { ... on Viewer { id } } }', cost: 2 },
    { what: 'an alias is another field', text: '{ viewer { id a: id } }', cost: 3 },
  ])('$what', ({ text, cost }) => {
    expect(costOfText(text)).toBe(cost);
  });

  it.each([
    [3, 4],
    [100, 101],
    [1_000_000, 101],
    [-5, 101],
    ['many', 101],
  ])('a page size of %s in a variable makes %s', (first, cost) => {
    expect(costOfText('query ($first: Int) { myBookings(first: $first) { totalCount } }', { first })).toBe(cost);
  });

  it('refuses pages of pages, whether their sizes are written down or sent', async () => {
    const written = await refusal(
      `{ provider(id: "${ID}") { id } a: searchProviders(first: 100, input: { regionId: "${ID}", items: [], from: "2027-01-01", to: "2027-01-02" }) { edges { node { provider { reviews(first: 100) { edges { node { id text } } } } } } } }`,
    );
    const sent = await refusal(
      'query ($input: SearchProvidersInput!, $n: Int!) { searchProviders(first: $n, input: $input) { edges { node { provider { reviews(first: $n) { edges { node { id text } } } } } } } }',
      { n: 100, input: { regionId: ID, items: [], from: '2027-01-01', to: '2027-01-02' } },
    );

    expect(written).toMatch(/^This asks for about \d+ values; at most 20000 at a time\./);
    expect(sent).toMatch(/^This asks for about \d+ values/);
  });
});

describe('counts', () => {
  it.each([
    { what: 'aliases', text: `{ viewer { ${Array.from({ length: 31 }, (_, n) => `a${n}: id`).join(' ')} } }` },
    {
      what: 'things of the query',
      text: `{ ${Array.from({ length: 11 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`,
    },
    {
      what: 'things of the query',
      text: `{ ...A ...A ...A } fragment A on Query { a: __typename b: __typename c: __typename d: __typename }`,
    },
    { what: 'directives', text: `{ viewer { ${'id @include(if: true) '.repeat(31)} } }` },
  ])('refuses too many $what', async ({ what, text }) => {
    expect(await refusal(text)).toContain(what);
  });

  it('lets as many pass as are allowed', async () => {
    const aliases = Array.from({ length: 30 }, (_, n) => `a${n}: id`).join(' ');

    expect(await refusal(`{ viewer { ${aliases} } }`)).toBeNull();
    expect(await refusal(`{ ${Array.from({ length: 10 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`)).toBeNull();
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('a page of %s entries is refused', async (first) => {
    const { errors } = await api
      .visitor()
      .send('query ($id: ID!, $first: Int) { serviceItems(regionId: $id, first: $first) { totalCount } }', {
        id: ID,
        first,
      });

    expect(errors[0]).toMatchObject({
      message: 'A page has 1 to 100 entries.',
      extensions: { code: 'BAD_USER_INPUT', field: 'first' },
    });
  });
});

describe('sensitive mutations', () => {
  const sign = (alias: string): string =>
    `${alias}: signIn(input: { email: "a@example.org", password: "wrong-password" }) { __typename }`;

  it.each([
    { what: 'by alias', text: `mutation { ${sign('a')} ${sign('b')} }` },
    {
      what: 'by fragment',
      text: `mutation { ...A ...B } fragment A on Mutation { ${sign('a')} } fragment B on Mutation { ${sign('b')} }`,
    },
    { what: 'by inline fragment', text: `mutation { ${sign('a')} ... on Mutation { ${sign('b')} } }` },
    { what: 'of two kinds', text: `mutation { ${sign('a')} releaseHold(bookingId: "${ID}") }` },
  ])('come one per request: two $what are refused', async ({ text }) => {
    expect(await refusal(text)).toBe('Send mutations that sign in, book, pay or decide one per request.');
    expect((await api.sql('select 1 from limits.attempt where key like $1', ['sign-in%'])).length).toBe(0);
  });

  it('one of them beside ordinary ones is fine', async () => {
    const { status, errors } = await api.visitor().send(`mutation { ${sign('a')} setLocale(locale: "en") { id } }`);

    expect(status).toBe(200);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('the table of operations', () => {
  const schema = buildGraphQLSchema();

  it('has exactly the mutations of the schema', () => {
    expect(Object.keys(MUTATION_TABLE).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());
  });

  it('names only queries that exist', () => {
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(expect.arrayContaining(Object.keys(QUERY_TABLE)));
  });

  it('takes whatever sounds like signing in, booking, paying or deciding for sensitive', () => {
    const telling = /sign|code|password|passkey|factor|hold|book|confirm|pay|cancel|request|decide|claim|revoke|erase/i;
    const suspects = Object.keys(MUTATION_TABLE).filter((name) => telling.test(name));

    expect(suspects.filter((name) => MUTATION_TABLE[name]!.sensitive !== true)).toEqual([]);
  });

  it('gives every connection a page size that is checked', () => {
    const connections = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).filter((field) => /Connection!?$/.test(String(field.type)))
        : [],
    );

    expect(connections.length).toBeGreaterThan(5);
    expect(connections.filter(({ args }) => !args.some(({ name }) => name === 'first'))).toEqual([]);
  });
});
