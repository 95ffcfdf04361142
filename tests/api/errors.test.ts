import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

/** What no answer may contain: the database's words, files and lines of ours, or the input that was sent. */
const LEAK =
  /select |insert |relation|constraint|syntax error at|node_modules|\.ts:\d|\.js:\d|at async|stack|pg_|postgres|canary-7391/i;

let api: TestApi;
let production: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  production = await startTestApi({ environment: { NODE_ENV: 'production' } });
});
afterAll(async () => {
  await api.close();
  await production.close();
});

async function post(
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${production.url}/graphql`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

describe('documents and bodies that make no sense', () => {
  it.each([
    { what: 'no body', body: '' },
    { what: 'cut JSON', body: '{"query": "{ viewer { id' },
    { what: 'JSON that is no object', body: '"canary-7391"' },
    { what: 'an array of operations', body: '[{"query":"{ viewer { id } }"},{"query":"{ viewer { id } }"}]' },
    { what: 'a query that is a number', body: '{"query": 7391}' },
    { what: 'no query', body: '{"variables": {}}' },
    { what: 'a query that does not parse', body: JSON.stringify({ query: '{ viewer { id canary-7391' }) },
    { what: 'a field that does not exist', body: JSON.stringify({ query: '{ passwords }' }) },
    {
      what: 'variables that are a list',
      body: JSON.stringify({ query: '{ viewer { id } }', variables: ['canary-7391'] }),
    },
    {
      what: 'a variable of the wrong type',
      body: JSON.stringify({
        query: 'query ($id: ID!) { booking(id: $id) { id } }',
        variables: { id: { canary: 'canary-7391' } },
      }),
    },
    {
      what: 'a password sent where the address is missing',
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
        variables: { input: { password: 'canary-7391' } },
      }),
    },
    {
      what: 'a value that is none of an enum',
      body: JSON.stringify({
        query: 'query ($f: BookingFilter) { myBookings(filter: $f) { totalCount } }',
        variables: { f: { tense: 'canary-7391' } },
      }),
    },
    {
      what: 'a number that is a text',
      body: JSON.stringify({
        query: 'mutation ($input: SubmitReviewInput!) { submitReview(input: $input) { __typename } }',
        variables: { input: { bookingId: 'a', rating: 'canary-7391' } },
      }),
    },
    { what: 'a missing variable', body: JSON.stringify({ query: 'query ($id: ID!) { booking(id: $id) { id } }' }) },
    {
      what: 'an operation that is not in the document',
      body: JSON.stringify({ query: 'query A { viewer { id } }', operationName: 'B' }),
    },
    { what: 'a NUL in the document', body: JSON.stringify({ query: '{ viewer { id } } \u0000 canary-7391' }) },
    { what: 'a subscription', body: JSON.stringify({ query: 'subscription { viewer { id } }' }) },
    {
      what: 'a number too large',
      body: JSON.stringify({
        query: 'query ($n: Int) { regions { id } serviceItems(regionId: "x", first: $n) { totalCount } }',
        variables: { n: 2 ** 40 },
      }),
    },
  ])('$what is refused as the client’s mistake, without a leak', async ({ body }) => {
    const { status, text } = await post(body);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text.replace(/"query"/g, '')).not.toMatch(/canary-7391|node_modules|\.ts:\d|at async|postgres/i);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
  });

  it('a body over 256 KiB is refused before it is read as GraphQL', async () => {
    const { status, text } = await post(JSON.stringify({ query: `{ viewer { id } } # ${'x'.repeat(300_000)}` }));

    expect(status).toBe(413);
    expect(text).not.toMatch(LEAK);
  });

  it('a form post from another site is refused', async () => {
    const { status } = await post('query={viewer{id}}', { 'content-type': 'application/x-www-form-urlencoded' });

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('a GET does not change anything', async () => {
    const response = await fetch(`${production.url}/graphql?query=${encodeURIComponent('mutation { signOut }')}`, {
      headers: { 'apollo-require-preflight': '1' },
    });

    expect(response.status).toBe(405);
  });

  it('a document of more than 5 000 tokens is refused, whatever it asks', async () => {
    const wide = await production.visitor().send(`{ ${'a: viewer { id } '.repeat(1_300)} }`);

    expect(wide.errors[0]!.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect(wide.data).toBeNull();
  });

  it('a document that goes ever deeper is refused', async () => {
    const levels = 200;
    const deep = `{ regions { id } serviceCategories(regionId: "01900000-0000-7000-8000-000000000000") { ${'children { '.repeat(levels)} id ${'} '.repeat(levels)} } }`;

    const answer = await production.visitor().send(deep);

    expect(answer.status).toBe(400);
    expect(answer.errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('fragments spread over and over are measured in no time', async () => {
    const chain = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`,
    ).join(' ');
    const began = performance.now();

    const answer = await production.visitor().send(`{ viewer { ...F0 } } ${chain} fragment F60 on Viewer { id }`);

    expect(answer.status).toBeLessThan(500);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('names the field of a variable that does not fit', async () => {
    const answer = await production
      .visitor()
      .send('query ($input: SearchProvidersInput!) { searchProviders(input: $input) { totalCount } }', {
        input: { regionId: 'a', items: [], from: '2027-02-30', to: '2027-03-01' },
      });

    expect(answer.errors[0]).toMatchObject({
      message: expect.stringMatching(/^input.from does not fit: .*LocalDate must be an existing day/),
      extensions: { code: 'BAD_USER_INPUT', field: 'input.from' },
    });
  });

  it('texts that look like SQL are only texts', async () => {
    const client = production.visitor();
    const [region] = await production.sql<{ id: string }>('select gen_random_uuid() as id');

    const answer = await client.send(
      'query ($region: ID!, $query: String) { serviceItems(regionId: $region, query: $query) { totalCount } }',
      { region: region!.id, query: `'; drop table account; --` },
    );

    expect(answer).toMatchObject({ errors: [], data: { serviceItems: { totalCount: 0 } } });
    expect((await production.countRows('account')).account).toBe(0);
  });
});

describe('introspection', () => {
  const QUESTION = '{ __schema { types { name } } }';

  it('is off in production, and no error suggests names', async () => {
    const asked = await production.visitor().send(QUESTION);
    const guessed = await production.visitor().send('{ viewe { id } }');

    expect(asked.errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(asked.data).toBeNull();
    expect(guessed.body).not.toContain('Did you mean');
  });

  it('is on elsewhere', async () => {
    expect((await api.visitor().send(QUESTION)).errors).toEqual([]);
  });
});

describe('a mistake of ours', () => {
  it('is masked with a reference that the log knows, and says nothing else', async () => {
    const broken = await startTestApi({ environment: { NODE_ENV: 'production' } });
    const client = await broken.as(await buildAccount(broken.em, { displayName: 'canary-7391' }));
    await broken.sql('alter table booking rename to booking_gone');

    const answers = [
      await client.send('{ viewer { id heldBooking { id } } }'),
      await client.send('{ myBookings { totalCount } }'),
    ];
    await broken.sql('alter table booking_gone rename to booking');
    const healed = await client.send('{ myBookings { totalCount } }');
    await broken.close();

    expect(answers.map(({ errors }) => errors.length)).toEqual([1, 1]);
    for (const error of answers.flatMap(({ errors }) => errors)) {
      expect(error.message).toBe('Something went wrong on our side.');
      expect(error.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }
    for (const { body } of answers) expect(body).not.toMatch(LEAK);
    expect(healed.data).toEqual({ myBookings: { totalCount: 0 } });
  });

  it('does not keep a sound process from saying that it is ready', async () => {
    const broken = await startTestApi();
    const ready = await fetch(`${broken.url}/health/ready`);
    const live = await fetch(`${broken.url}/health/live`);
    await broken.close();

    expect([ready.status, live.status]).toEqual([200, 200]);
  });
});
