import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildInspector } from '../support/test-inspector.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import pg from 'pg';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createHttpHost } from '../../api/app/http-host.ts';
import { Account, Role, SEALED_ACCOUNT } from '../../api/modules/accounts/index.ts';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { readConfig } from '../../api/platform/config.ts';
import { createPhoneVerification } from '../../api/platform/phone-verification.ts';
import { PubSub } from '../../api/platform/pubsub.ts';
import { RateLimits } from '../../api/platform/rate-limits.ts';
import { bookVisit } from './support/book-visit.ts';
import { FakeClock } from './support/fake-clock.ts';
import { PUBLIC_URL, openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { buildAccount, buildMarketplace } from './support/marketplace.builder.ts';
import type { Marketplace } from './support/marketplace.builder.ts';

const DELIVERIES = `query Outbox($filter: DeliveryFilter, $first: Int, $after: String) {
  deliveries(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { kind channel recipient subject body status transport bookingId createdAt sentAt error } }
  }
}`;

interface Answer {
  readonly data: {
    readonly deliveries: {
      readonly totalCount: number;
      readonly pageInfo: { hasNextPage: boolean; endCursor: string };
      readonly edges: { node: Record<string, unknown> }[];
    };
  } | null;
  readonly errors?: { readonly extensions: { readonly code: string } }[];
}

describe('the outbox that operators see', () => {
  const clock = new FakeClock(new Date('2027-03-20T08:00:00Z'));
  const limits = new pg.Pool();
  let world: JobWorld;
  let host: FastifyInstance;
  let market: Marketplace;
  let bookingId: string;

  beforeAll(async () => {
    world = await openJobWorld({ redisUrl: null, clock });
    host = await createHttpHost({
      database: world.database,
      clock,
      vault: TEST_VAULT,
      auditInspector: buildInspector(world.database, clock),
      files: { uploadOrigin: null } as never,
      fileSources: [],
      logger: pino({ level: 'silent' }),
      limits: new RateLimits(limits),
      stripe: null,
      phones: { verification: createPhoneVerification(null, TEST_VAULT), rules: readConfig({}).texts },
      introspection: false,
      trustProxy: false,
      metricsToken: null,
      pubSub: new PubSub(world.databaseUrl, pino({ level: 'silent' })),
      site: { publicUrl: PUBLIC_URL, demo: false, emailVerification: false },
      secureCookies: false,
      webRoot: null,
    });
    market = await buildMarketplace(world.database, clock);
    const booker = { database: world.database, clock, market };
    bookingId = (await bookVisit(booker, new Date('2027-03-25T10:00:00Z'))).id;
    await world.settle();
    await bookVisit(booker, new Date('2027-03-26T10:00:00Z'));
    await world.settle();
  });
  afterAll(async () => {
    await host.close();
    await world.close();
    await limits.end();
  });

  const signIn = async (account: { readonly id: string }): Promise<string> =>
    (await openSession(world.database.em.fork(), clock, { accountId: account.id, userAgent: null, secondFactor: true }))
      .token;
  const staff = async (role: Role): Promise<string> => {
    const account = buildAccount(clock, { roles: [role] });
    await world.database.em.fork().insert(Account, TEST_VAULT.sealRow(SEALED_ACCOUNT, account));
    return signIn(account);
  };
  const ask = async (token: string | null, variables: object = {}): Promise<Answer> => {
    const response = await host.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: DELIVERIES, variables },
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    return response.json<Answer>();
  };

  test('an operator reads every message, latest first, with its fate', async () => {
    const { data } = await ask(await staff(Role.OPERATOR));

    expect(data?.deliveries.totalCount).toBe(4);
    expect(data?.deliveries.edges[3]?.node).toEqual({
      kind: 'booking-confirmed',
      channel: 'SMS',
      recipient: '+447700900001',
      subject: null,
      body: expect.stringContaining('Thu 25 Mar, 10:00'),
      status: 'SENT',
      transport: 'outbox',
      bookingId,
      createdAt: '2027-03-20T08:00:00.000Z',
      sentAt: '2027-03-20T08:00:00.000Z',
      error: null,
    });
    expect(data?.deliveries.edges.map(({ node }) => node['channel'])).toEqual(['EMAIL', 'SMS', 'EMAIL', 'SMS']);
  });

  test('an operator pages through them and narrows them to one booking', async () => {
    const operator = await staff(Role.OPERATOR);
    const first = await ask(operator, { filter: { bookingId }, first: 1 });
    const second = await ask(operator, {
      filter: { bookingId },
      first: 1,
      after: first.data?.deliveries.pageInfo.endCursor,
    });

    expect(first.data?.deliveries).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(second.data?.deliveries.pageInfo.hasNextPage).toBe(false);
    expect([first, second].map(({ data }) => data?.deliveries.edges[0]?.node['channel'])).toEqual(['EMAIL', 'SMS']);
  });

  test('a filter that names no booking finds nothing', async () => {
    const { data } = await ask(await staff(Role.OPERATOR), { filter: { bookingId: 'no-such-booking' } });

    expect(data?.deliveries.totalCount).toBe(0);
  });

  test('a cursor that was made up is refused', async () => {
    const { errors } = await ask(await staff(Role.OPERATOR), { after: Buffer.from('["no-id"]').toString('base64url') });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.for([Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.AUDITOR, Role.ADMINISTRATOR])(
    'a %s may not read them',
    async (role) => {
      const { data, errors } = await ask(await staff(role));

      expect(data?.deliveries).toBeUndefined();
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );

  test('the household and the provider they were sent to may not read them', async () => {
    for (const account of [market.household, market.providerAccount]) {
      const { data, errors } = await ask(await signIn(account));
      expect(data?.deliveries).toBeUndefined();
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('a visitor may not read them', async () => {
    const { data, errors } = await ask(null);

    expect(data?.deliveries).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
