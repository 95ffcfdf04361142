import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const VERIFY_SERVICE = `VA${'0123456789abcdef'.repeat(2)}`;

export interface FakeVerify {
  /** For TWILIO_API_BASE. */
  readonly url: string;
  /** Each verification that was asked for, as it came over the wire. */
  readonly sent: readonly { readonly path: string; readonly form: Readonly<Record<string, string>> }[];
  /** The code that the phone got last. */
  codeAt(phone: string): string;
  /** The next requests are answered by this error, one each. */
  failNext(...failures: readonly { readonly status: number; readonly code: number }[]): void;
  stop(): Promise<void>;
}

const CHECKS = 5;

/** A local end that behaves as Twilio Verify does: it makes codes, judges them, and forgets those that were right. */
export async function startFakeVerify(): Promise<FakeVerify> {
  const sent: { path: string; form: Record<string, string> }[] = [];
  const failures: { status: number; code: number }[] = [];
  const pending = new Map<string, { code: string; checks: number }>();
  const last = new Map<string, string>();

  const create = (form: Record<string, string>): [number, object] => {
    const to = form['To'] ?? '';
    const known = pending.get(to) ?? { code: String(100_000 + ((sent.length * 7_919) % 900_000)), checks: 0 };
    pending.set(to, known);
    last.set(to, known.code);
    return [201, { sid: `VE${'a'.repeat(32)}`, to, channel: form['Channel'], status: 'pending' }];
  };
  const check = (form: Record<string, string>): [number, object] => {
    const to = form['To'] ?? '';
    const known = pending.get(to);
    if (known === undefined) return problem({ status: 404, code: 20_404 });
    known.checks += 1;
    if (known.checks > CHECKS) return problem({ status: 429, code: 60_202 });
    const isRight = known.code === form['Code'];
    if (isRight) pending.delete(to);
    return [201, { sid: `VE${'a'.repeat(32)}`, to, status: isRight ? 'approved' : 'pending', valid: isRight }];
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(body));
      const path = request.url ?? '';
      const isNew = path.endsWith('/Verifications');
      if (isNew) sent.push({ path, form });
      const failure = failures.shift();
      const [status, answer] = failure ? problem(failure) : isNew ? create(form) : check(form);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    codeAt: (phone) => last.get(phone) ?? '',
    failNext: (...next) => void failures.push(...next),
    stop: async () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function problem({ status, code }: { status: number; code: number }): [number, object] {
  return [status, { status, code, message: 'refused +447700900999', more_info: '' }];
}

async function listen(server: Server): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done());
  });
}
