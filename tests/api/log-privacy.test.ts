import { describe, expect, it } from 'vitest';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { toLoggedError, withoutValues } from '../../api/platform/logged-error.ts';
import { createLogger } from '../../api/platform/logger.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { GraphQLClient } from '../support/graphql-client.ts';
import { startServeProcess } from '../support/serve-process.ts';
import { startTestApi } from '../support/test-api.ts';

const CANARY = 'canary8825';

describe('the log of a serving process', () => {
  it('has the reference of what broke and no word that anybody sent or stored', async () => {
    const api = await startTestApi();
    const account = await buildAccount(api.em, { displayName: CANARY });
    const region = await buildRegion(api.em);
    const { token } = await openSession(api.em, api.clock, { accountId: account.id, userAgent: CANARY });
    await api.sql(`alter table address add constraint address_guard check (district is null)`);
    await api.sql('alter table booking rename to booking_gone');
    const server = await startServeProcess(api.databaseUrl, { LOG_LEVEL: 'trace', NODE_ENV: 'development' });
    const client = new GraphQLClient(server.url, { authorization: `Bearer ${token}` });

    const broken = await client.send(`{ ${CANARY}: viewer { id heldBooking { id } } }`);
    const refused = await client.send(
      'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { __typename } }',
      {
        input: {
          regionId: region.id,
          label: CANARY,
          line: CANARY,
          district: CANARY,
          doorNote: CANARY,
          latitude: region.latitude,
          longitude: region.longitude,
        },
      },
    );
    await client.send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email: `${CANARY}@example.org`, password: CANARY },
    });
    await client.send(`{ viewer { ${CANARY} } }`);
    await fetch(`${server.url}/${CANARY}`, { method: 'POST', body: `{"query": "${CANARY}` });
    await server.stop();
    const log = server.output();
    await api.close();

    const references = [broken, refused].map(({ errors }) => errors[0]!.extensions.reference ?? 'none');
    expect(references.map((reference) => log.includes(reference))).toEqual([true, true]);
    expect(log).toContain('"field":"heldBooking"');
    expect(log).toContain('"code":"42P01"');
    expect(log).toContain('"constraint":"address_guard"');
    expect(log).not.toMatch(/canary|select |insert into|bearer/i);
    expect(log).not.toContain(token);
  });
});

describe('a logged error', () => {
  it('keeps what kind it is and where it came from', () => {
    const logged = toLoggedError(new TypeError('Cannot read properties of undefined'));

    expect(logged).toMatchObject({ type: 'TypeError', message: 'Cannot read properties of undefined' });
    expect(logged.stack![0]).toMatch(/^at .*log-privacy\.test\.ts:\d+:\d+/);
  });

  it('drops the lines of a message that look like more of the stack', () => {
    const error = new Error(`first\n    at ${CANARY} Street 5\nand more ${CANARY}`);

    expect(JSON.stringify(toLoggedError(error))).not.toContain(CANARY);
  });

  it('tells its causes likewise, and ends where they go round', () => {
    const error = new Error('outer', { cause: new SyntaxError(`Unexpected token in "${CANARY}"`) });
    const round = new Error('round');
    round.cause = new Error('back', { cause: round });

    expect(toLoggedError(error).cause).toMatchObject({ type: 'SyntaxError', message: 'a text that does not parse' });
    expect(JSON.stringify(toLoggedError(round)).match(/"round"/g)!.length).toBeLessThan(5);
  });

  it.each([
    ['mail to ann@example.org failed', 'mail to … failed'],
    ['call +44 20 7946 0958 now', 'call … now'],
    [`value "${CANARY}" is not allowed`, 'value … is not allowed'],
    [`first line\n${CANARY}`, 'first line'],
    ['Port 4000 is taken', 'Port 4000 is taken'],
  ])('%s is written as %s', (sentence, written) => {
    expect(withoutValues(sentence)).toBe(written);
  });
});

describe('the logger', () => {
  it('takes the values of telling names out, one and two levels down', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });

    logger.info({ email: CANARY, account: { displayName: CANARY, deeper: { phone: CANARY } } }, `saved "${CANARY}"`);
    logger.error(new Error(`"${CANARY}"`));

    expect(lines.length).toBe(2);
    expect(lines.join('')).not.toContain(CANARY);
  });
});
