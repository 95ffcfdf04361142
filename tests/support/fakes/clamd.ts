import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { HostAndPort } from '../../../api/platform/config.ts';

/** The line that every scanner knows as a test; in two halves, so that a scanner leaves this file alone. */
export const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface FakeClamd extends HostAndPort {
  /** What each stream held, in order. */
  readonly scanned: readonly Buffer[];
  /** `silent` takes everything and never answers, `full` says that it could not look. */
  behave(how: 'well' | 'silent' | 'full'): void;
  stop(): Promise<void>;
}

/** A local end that speaks INSTREAM as clamd does. */
export async function startFakeClamd(): Promise<FakeClamd> {
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  let how: 'well' | 'silent' | 'full' = 'well';
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      const content = readStream(received);
      if (content === null) return;
      scanned.push(content);
      if (how === 'silent') return;
      if (how === 'full') socket.end('INSTREAM size limit exceeded. ERROR\0');
      else socket.end(content.includes(TEST_VIRUS) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    scanned,
    behave: (next) => {
      how = next;
    },
    stop: () => stop(server, sockets),
  };
}

/** The content of a stream that has come to its end; null while it has not. */
function readStream(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (received.subarray(0, command.length).toString() !== command) return null;
  const pieces: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > received.length) return null;
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

async function stop(server: Server, sockets: Iterable<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  if (server.listening) await new Promise<void>((done) => void server.close(() => done()));
}
