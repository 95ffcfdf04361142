import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DOORSTEP_COMMAND } from '../../support/doorstep-command.ts';

export interface NodeProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves once standard output holds the words. @throws when the process ends before, with all it said. */
  says(words: string): Promise<void>;
  /** Sends the signal and resolves to the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Resolves to the exit code once it ends by itself. */
  ended(): Promise<number | null>;
}

export interface NodeProcessOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

/** A TypeScript file run by a Node of its own, with nothing of our environment but the path. */
export function startNode(file: string, args: readonly string[], options: NodeProcessOptions = {}): NodeProcess {
  return spawnNode(['--import', 'tsx', file, ...args], options);
}

/** The command line of Doorstep in a process of its own. */
export function startDoorstepCommand(args: readonly string[], options: NodeProcessOptions = {}): NodeProcess {
  return spawnNode([...DOORSTEP_COMMAND, ...args], options);
}

function spawnNode(args: readonly string[], options: NodeProcessOptions): NodeProcess {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  // `close` and not `exit`: only then everything it wrote has been read.
  const closed = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: child.pid!,
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    says: (words) =>
      new Promise((done, fail) => {
        const look = (): void => {
          if (stdout.includes(words)) done();
        };
        child.stdout.on('data', look);
        look();
        void closed.then((code) =>
          stdout.includes(words)
            ? done()
            : fail(new Error(`ended with ${code} before it said "${words}": ${stdout}${stderr}`)),
        );
      }),
    end: (signal) => {
      child.kill(signal);
      return closed;
    },
    ended: () => closed,
  };
}
