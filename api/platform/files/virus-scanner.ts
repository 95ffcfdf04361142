import { createConnection } from 'node:net';
import type { HostAndPort } from '../config.ts';

/** Looks a file through before it is taken in. */
export interface VirusScanner {
  /** @throws ScannerDownError when it cannot be asked or does not know: nothing is said about the file then. */
  isInfected(content: Buffer): Promise<boolean>;
}

export class ScannerDownError extends Error {
  override readonly name = 'ScannerDownError';
}

const TIME_LIMIT_MS = 30_000;
const PIECE_BYTES = 64 * 1024;

/** clamd over TCP: the content in pieces that say their length, an empty one to end with, one line for an answer. */
export function createClamdScanner({ host, port }: HostAndPort, timeLimitMs = TIME_LIMIT_MS): VirusScanner {
  return {
    isInfected: async (content) => {
      const answer = await converse(host, port, content, timeLimitMs);
      if (answer.endsWith(' FOUND')) return true;
      if (answer === 'stream: OK') return false;
      throw new ScannerDownError('The virus scanner did not come to a result');
    },
  };
}

async function converse(host: string, port: number, content: Buffer, timeLimitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    let answer = '';
    const limit = setTimeout(() => socket.destroy(new Error('no answer in time')), timeLimitMs);
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      answer += piece;
      if (answer.includes('\0')) socket.end();
    });
    socket.on('error', (error) => {
      clearTimeout(limit);
      reject(new ScannerDownError('The virus scanner cannot be reached', { cause: error }));
    });
    socket.on('close', () => {
      clearTimeout(limit);
      resolve(answer.replace(/\0.*$/s, '').trim());
    });
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let from = 0; from < content.length; from += PIECE_BYTES) {
        const piece = content.subarray(from, from + PIECE_BYTES);
        socket.write(lengthOf(piece));
        socket.write(piece);
      }
      socket.write(lengthOf(Buffer.alloc(0)));
    });
  });
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}
