import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import type { GraphQLClient, GraphQLProblem } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const SAVE = 'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { __typename } }';

let api: TestApi;
let client: GraphQLClient;
let address: Record<string, unknown>;
beforeAll(async () => {
  api = await startTestApi({ environment: { NODE_ENV: 'production' } });
  client = await api.as(await buildAccount(api.em));
  const { id, latitude, longitude } = await buildRegion(api.em);
  address = { regionId: id, label: 'Home', line: '1 Mill Lane', district: 'North', latitude, longitude };
});
afterAll(() => api.close());

async function problem(query: string, variables: Record<string, unknown>): Promise<GraphQLProblem> {
  const { status, errors } = await client.send(query, variables);
  expect(status).toBeLessThan(500);
  return errors[0]!;
}

describe('values that PostgreSQL cannot keep', () => {
  it.each([
    ['NUL', 'a\0b'],
    ['half of a surrogate pair', 'a\ud800b'],
    ['the other half', '\udfff'],
  ])('%s in a text of an input is refused by its path', async (_what, text) => {
    expect(await problem(SAVE, { input: { ...address, line: text } })).toMatchObject({
      message: 'This text holds a character that cannot be stored. Take it out.',
      extensions: { code: 'BAD_USER_INPUT', field: 'input.line' },
    });
  });

  it.each(['a\0b', '\ud800'])('an id that holds %j is refused, not looked up', async (id) => {
    expect((await problem('query ($id: ID!) { booking(id: $id) { id } }', { id })).extensions).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'id',
    });
  });

  it('a text in the document itself is looked at as well', async () => {
    expect((await problem('{ verifyCredential(code: "a\\u0000b") { light } }', {})).extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('is said in Chinese to who reads Chinese', async () => {
    const reader = await api.as(await buildAccount(api.em), { 'accept-language': 'zh-CN' });

    expect((await reader.send(SAVE, { input: { ...address, line: '\0' } })).errors[0]!.message).toMatch(/^文本中含有/);
  });

  it('a text without end and a number without measure are refused', async () => {
    expect(await problem(SAVE, { input: { ...address, line: 'x'.repeat(50_001) } })).toMatchObject({
      message: 'This text is too long.',
    });
    expect(await problem(SAVE, { input: { ...address, latitude: 1e300 } })).toMatchObject({
      message: 'This number is too large.',
      extensions: { field: 'input.latitude' },
    });
  });

  it('texts of many scripts are none of them', async () => {
    const { errors } = await client.send(SAVE, { input: { ...address, line: '西湖区 😀 é \u200d', district: 'x' } });

    expect(errors).toEqual([]);
  });
});

describe('scalars', () => {
  const SCHEDULE = 'query ($from: LocalDate!) { mySchedule(from: $from, to: "2027-01-02") { __typename } }';
  const HOLD = 'mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { __typename } }';
  const HOURS = 'mutation ($input: SetHoursExceptionInput!) { setHoursException(input: $input) { __typename } }';
  const hold = { providerId: 'x', items: [{ itemId: 'x' }], idempotencyKey: 'k', start: '2027-01-01T10:00:00Z' };
  const day = (spans: object[]): Record<string, unknown> => ({ input: { date: '2027-01-01', spans } });

  it.each([
    ...[
      '1899-12-31',
      '2200-01-01',
      '0000-00-00',
      '-0001-01-01',
      '+275760-09-13',
      '2027-02-30',
      '2027-1-1',
      20270101,
      null,
    ].map((from) => ['a day', { from }, SCHEDULE] as const),
    ...['2027-01-01', '1899-12-31T23:59:59Z', '2200-01-01T00:00:00Z', '2027-13-01T00:00:00Z', 'now', 1.8e12, {}].map(
      (start) => ['an instant', { input: { ...hold, start } }, HOLD] as const,
    ),
    ...['9:00', '25:00', '24:01', '09:60', '09:00\0', ['09:00']].map(
      (start) => ['a wall time', day([{ start, end: '17:00' }]), HOURS] as const,
    ),
    ...[2 ** 31, -(2 ** 31) - 1, 1.5, 1e21, '1', true].map(
      (expectedTotal) => ['an integer', { input: { ...hold, expectedTotal } }, HOLD] as const,
    ),
  ])('%s that is none is the mistake of whoever sent it: %j', async (_kind, variables: object, query) => {
    const { status, errors } = await client.send(query, { ...variables });

    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
