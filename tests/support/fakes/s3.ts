import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from '../../../api/platform/config.ts';

export interface FakeS3 {
  readonly settings: S3Settings;
  /** Objects by key. */
  readonly objects: ReadonlyMap<string, Buffer>;
  put(key: string, content: Buffer): void;
  /** What each further request is answered with, instead of what it asks for. */
  failWith(status: number | null): void;
  stop(): Promise<void>;
}

/** A bucket that checks every signature by its own reading of Signature Version 4, and the length and type that were signed. */
export async function startFakeS3(now: () => Date = () => new Date()): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const secretKey = 'the secret of the bucket';
  let failure: number | null = null;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const refusal = failure ?? refuse(request, secretKey, now());
      if (refusal) return void response.writeHead(refusal).end('<Error><Code>Refused</Code></Error>');
      answer(request, response, Buffer.concat(pieces), objects);
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'evidence',
      region: 'eu-west-2',
      accessKey: 'AKEXAMPLE',
      secretKey,
    },
    objects,
    put: (key, content) => void objects.set(key, content),
    failWith: (status) => {
      failure = status;
    },
    stop: () => stop(server),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, body: Buffer, objects: Map<string, Buffer>): void {
  const key = new URL(request.url!, 'http://s3').pathname.replace('/evidence/', '');
  if (request.method === 'PUT') {
    objects.set(key, body);
    response.writeHead(200).end();
  } else if (request.method === 'DELETE') {
    objects.delete(key);
    response.writeHead(204).end();
  } else {
    const object = objects.get(key);
    response.writeHead(object ? 200 : 404).end(object ?? '<Error><Code>NoSuchKey</Code></Error>');
  }
}

interface Signature {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
  readonly expiresAt: Date | null;
  readonly bodyHash: string;
}

/** Status of the refusal, or null where the request bears a valid signature. */
function refuse(request: IncomingMessage, secret: string, now: Date): number | null {
  const url = new URL(request.url!, 'http://s3');
  const given = url.searchParams.has('X-Amz-Signature') ? readQuery(url) : readHeaders(request);
  if (!given || (given.expiresAt !== null && given.expiresAt <= now)) return 403;
  const [accessKey, day, region, service] = given.credential.split('/');
  if (accessKey !== 'AKEXAMPLE' || region !== 'eu-west-2' || service !== 's3') return 403;
  url.searchParams.delete('X-Amz-Signature');
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    ...given.signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name])}`),
    '',
    given.signedHeaders,
    given.bodyHash,
  ].join('\n');
  const scope = [day, region, service, 'aws4_request'].join('/');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const key = [day!, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const right = hmac(key, ['AWS4-HMAC-SHA256', given.date, scope, hash].join('\n')).toString('hex');
  return right === given.signature ? null : 403;
}

function readQuery({ searchParams }: URL): Signature {
  const date = searchParams.get('X-Amz-Date')!;
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return {
    credential: searchParams.get('X-Amz-Credential')!,
    signedHeaders: searchParams.get('X-Amz-SignedHeaders')!,
    signature: searchParams.get('X-Amz-Signature')!,
    date,
    expiresAt: new Date(signedAt + Number(searchParams.get('X-Amz-Expires')) * 1000),
    bodyHash: 'UNSIGNED-PAYLOAD',
  };
}

function readHeaders({ headers }: IncomingMessage): Signature | null {
  const parts = /Credential=(\S+), SignedHeaders=(\S+), Signature=(\S+)/.exec(headers.authorization ?? '');
  if (!parts) return null;
  const [, credential, signedHeaders, signature] = parts as unknown as [string, string, string, string];
  const date = String(headers['x-amz-date']);
  return {
    credential,
    signedHeaders,
    signature,
    date,
    expiresAt: null,
    bodyHash: String(headers['x-amz-content-sha256']),
  };
}

function hmac(key: string | Buffer, text: string | undefined): Buffer {
  return createHmac('sha256', key)
    .update(text ?? '')
    .digest();
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
