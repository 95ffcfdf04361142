import type { Operation } from './operations.ts';
import type { Random } from './random.ts';

const TOKENS = ['{', '}', '(', ')', '[', ']', ':', '!', '$', '@', '...', '|', '=', '&', '"', '"""', '#', '\\', ','];
const WORDS = [
  'query',
  'mutation',
  'subscription',
  'fragment',
  'on',
  'true',
  'null',
  '__typename',
  '__schema',
  'input',
];
const DIRECTIVES = ['@skip(if: true)', '@include(if: $v)', '@deprecated', '@defer', '@stream', '@x(y: {z: 1})'];

/** A document with some of its tokens lost, doubled, moved or exchanged. */
export function breakDocument(query: string, random: Random, echo: string): string {
  const tokens = query.split(/(\s+|[{}()[\]:!$@,]|\.\.\.)/).filter((token) => token !== '');
  const junk = [
    ...TOKENS,
    ...WORDS,
    ...DIRECTIVES,
    echo,
    `"${echo}"`,
    '\0',
    '\ud800',
    '1e999',
    '-0',
    '"\\u00"',
    '\ufeff',
  ];
  for (let change = 1 + random.below(4); change > 0; change -= 1) {
    const at = random.below(tokens.length);
    const kind = random.below(5);
    if (kind === 0) tokens.splice(at, 1 + random.below(3));
    else if (kind === 1) tokens.splice(at, 0, random.pick(junk));
    else if (kind === 2) tokens.splice(at, 1, random.pick(junk));
    else if (kind === 3) tokens.splice(at, 0, ...tokens.slice(at, at + 1 + random.below(8)));
    else tokens.splice(at, 0, ...tokens.splice(random.below(tokens.length), 2));
  }
  return tokens.join('');
}

/** Documents that are large in one of the ways that documents can be. */
export function growDocument(random: Random, echo: string): string {
  const size = random.pick([3, 17, 40, 200, 1_000, 4_000]);
  const times = (make: (index: number) => string): string => Array.from({ length: size }, (_, n) => make(n)).join(' ');
  return random.pick([
    () => `{ regions { ${'items { '.repeat(size)} id ${'} '.repeat(size)} } }`,
    () => `{ viewer { ${'... on Viewer { '.repeat(size)} id ${'} '.repeat(size)} } }`,
    () => `{ ${times((n) => `a${n}: viewer { id }`)} }`,
    () => `{ viewer { ${times(() => 'id')} } }`,
    () => `{ viewer { ${times((n) => `a${n}: id`)} } }`,
    () => `{ viewer { id ${times(() => random.pick(DIRECTIVES))} } }`,
    () =>
      `{ viewer { ...F0 } } ${times((n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`)} fragment F${size} on Viewer { id }`,
    () => `{ viewer { ...F0 } } ${times((n) => `fragment F${n} on Viewer { ...F${(n + 1) % size} }`)}`,
    () => times((n) => `query Q${n} { viewer { id } }`),
    () => `query (${times((n) => `$v${n}: Int = ${n}`)}) { viewer { id } }`,
    () => `query ($v: ${'['.repeat(size)}Int${']'.repeat(size)}) { viewer { id } }`,
    () => `{ provider(id: ${'['.repeat(size)}"${echo}"${']'.repeat(size)}) { id } }`,
    () => `{ provider(id: ${'{a:'.repeat(size)}"${echo}"${'}'.repeat(size)}) { id } }`,
    () =>
      `mutation { ${times((n) => `a${n}: signIn(input: { email: "${echo}", password: "${echo}" }) { __typename }`)} }`,
    () => `mutation { ${times((n) => `a${n}: setLocale(locale: "en") { id }`)} }`,
    () => `{ __schema { types { ${'fields { type { '.repeat(size)} name ${'} } '.repeat(size)} } } }`,
    () => `# ${echo.repeat(size)}\n{ viewer { id } }`,
    () => `{ verifyCredential(code: """${echo.repeat(size)}""") { light } }`,
    () =>
      `{ searchProviders(first: 100, input: { regionId: "${echo}", items: [${times(() => `{ itemId: "${echo}" }`)}], from: "2027-03-01", to: "2027-03-14" }) { edges { node { provider { reviews(first: 100) { edges { node { id } } } } } } } }`,
  ])();
}

/** A body of JSON whose operation is whole while the rest is not. */
export function breakBody(operation: Operation, random: Random, echo: string): string | Buffer {
  const whole = JSON.stringify(operation);
  const cut = random.below(whole.length);
  return random.pick<() => string | Buffer>([
    () => whole.slice(0, cut),
    () => whole.slice(cut),
    () => `${whole}${whole}`,
    () => `[${whole}]`,
    () => `[${whole},${whole}]`,
    () => '',
    () => 'null',
    () => '"'.repeat(1 + random.below(3)) + echo,
    () => `{"query":${random.pick(['1', 'null', '[]', '{}', 'true', `["${echo}"]`])}}`,
    () => `{"query":"{ viewer { id } }","variables":${random.pick(['[]', '"x"', '1', 'true', '{"a":{"b":1}}'])}}`,
    () => `{"query":"{ viewer { id } }","operationName":${random.pick(['1', '{}', `"${echo}"`, '"\\u0000"'])}}`,
    () =>
      `{"query":"{ viewer { id } }","extensions":${random.pick(['1', '[]', '{"persistedQuery":{"version":1,"sha256Hash":"x"}}'])}}`,
    () => `{"__proto__":{"query":"${echo}"},"query":"{ viewer { id } }"}`,
    () => `{"constructor":{"prototype":{"x":1}},"query":"{ viewer { id } }"}`,
    () => `{"query":"{ viewer { id } }","variables":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    () => `{"query":"{ viewer { id } }","n":${'9'.repeat(400)}}`,
    () => `{"query":"{ viewer { id } }","query":"{ ${echo} }"}`,
    () =>
      Buffer.concat([
        Buffer.from(whole.slice(0, cut)),
        Buffer.from([0xff, 0xfe, 0xc0, 0xaf]),
        Buffer.from(whole.slice(cut)),
      ]),
    () => `\ufeff${whole}`,
    () => whole.replaceAll('"', "'"),
    () => `${whole}${' '.repeat(300_000)}`,
    () => Buffer.from(whole, 'utf16le'),
    () => `query=${encodeURIComponent(operation.query)}`,
    () => `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${whole}\r\n--x--`,
  ])();
}

/** Headers that no browser sends. */
export function junkHeaders(random: Random, echo: string): Record<string, string> {
  return random.pick<() => Record<string, string>>([
    () => ({
      'content-type': random.pick([
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/graphql',
        '',
        'a/b;c',
        'application/json; charset=utf-7',
        'application/x-www-form-urlencoded',
      ]),
    }),
    () => ({
      accept: random.pick([
        'text/html',
        'multipart/mixed',
        'application/graphql-response+json',
        '*',
        '',
        'a'.repeat(200),
      ]),
    }),
    () => ({
      authorization: random.pick([
        'Bearer',
        `Bearer ${echo}`,
        'Basic eA==',
        'Bearer \u00ff',
        `Bearer ${'x'.repeat(5_000)}`,
        'bearer  a b c',
      ]),
    }),
    () => ({
      cookie: random.pick([
        `doorstep_session=${echo}`,
        'doorstep_session=%',
        '=;=;=',
        'doorstep_session="',
        'a'.repeat(3_000),
        '__proto__=1; constructor=2',
      ]),
    }),
    () => ({ 'accept-language': random.pick(['zh-CN', '*', 'xx;q=9', ',,,', ';q=', echo, 'z'.repeat(2_000)]) }),
    () => ({ 'x-forwarded-for': random.pick([echo, '127.0.0.1', "' or 1=1", ',,,', '::1', '999.1.1.1']) }),
    () => ({ 'content-encoding': random.pick(['gzip', 'br', 'identity', echo]) }),
    () => ({ 'accept-encoding': random.pick(['br', 'gzip', 'identity;q=0', '*;q=0', echo]) }),
    () => ({ 'user-agent': random.pick(['', 'x'.repeat(4_000), "'; --", '\u00e9']) }),
    () => ({ 'x-http-method-override': 'DELETE', 'x-original-url': `/${echo}` }),
    () => ({ origin: `https://${echo}.example`, referer: 'javascript:alert(1)' }),
    () => ({ 'x-huge': 'y'.repeat(20_000) }),
    () => ({ host: random.pick(['evil.example', '', '[::1', 'a b']) }),
    () => ({ expect: '100-continue' }),
    () => ({ range: 'bytes=0-1,-5', 'if-none-match': '*' }),
    () => ({ 'apollo-require-preflight': echo }),
  ])();
}

/** Messages for a socket, some of them as they should be. */
export function draftMessages(random: Random, echo: string, token: string | null): string[] {
  const init = JSON.stringify({ type: 'connection_init', payload: token === null ? {} : { token } });
  const subscribing = (query: string): string => JSON.stringify({ id: echo, type: 'subscribe', payload: { query } });
  const junk: (() => string)[] = [
    () => init,
    () => subscribing('subscription { auditQueueChanged { credentialId } }'),
    () => subscribing(breakDocument('subscription { auditQueueChanged { credentialId } }', random, echo)),
    () => subscribing(growDocument(random, echo)),
    () => subscribing('mutation { signOut }'),
    () =>
      JSON.stringify({
        id: echo,
        type: 'subscribe',
        payload: random.pick<unknown>([null, 1, {}, { query: 1 }, { query: '{ viewer { id } }', variables: 'x' }]),
      }),
    () => JSON.stringify({ id: random.pick<unknown>([1, '', null, echo.repeat(500), '__proto__']), type: 'complete' }),
    () => JSON.stringify({ type: random.pick(['ping', 'pong', 'next', 'error', 'connection_ack', echo, '']) }),
    () =>
      JSON.stringify({
        type: 'connection_init',
        payload: random.pick<unknown>([
          null,
          1,
          [],
          { token: 1 },
          { token: echo },
          { token: '\0' },
          { token: 'x'.repeat(9_000) },
        ]),
      }),
    () => JSON.stringify({ type: 'ping', payload: { [echo]: 'x'.repeat(random.below(50_000)) } }),
    () => echo,
    () => '{"type":"\\u0000',
    () => '[[[[',
    () => 'x'.repeat(70_000),
    () => '',
  ];
  return [...(random.chance(0.7) ? [init] : []), ...random.some(1 + random.below(4), () => random.pick(junk)())];
}

/** Bytes that are nearly HTTP. */
export function draftBytes(random: Random, echo: string): string {
  return random.pick([
    `GET /${echo} HTTP/9.9\r\n\r\n`,
    `${echo}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n`,
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `GET /graphql HTTP/1.1\r\nHost: a\r\n${echo}: \x01\r\n\r\n`,
    `GET /graphql HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
    `GET /graphql HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99\r\n\r\n`,
    `GET ${'/a'.repeat(9_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    `\x16\x03\x01\x02\x00\x01\x00`,
    `CONNECT ${echo}:443 HTTP/1.1\r\nHost: a\r\n\r\n`,
  ]);
}
