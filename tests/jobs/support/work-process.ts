import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOORSTEP_COMMAND } from '../../support/doorstep-command.ts';

export interface WorkProcess {
  /** As by `kill -9`; resolves once the process is gone. */
  kill(): Promise<void>;
  /** All it has written so far, to either stream. */
  output(): string;
}

/** A worker in a process of its own, as `doorstep work` starts it. Resolves once it works. */
export async function startWorkProcess(environment: Readonly<Record<string, string>>): Promise<WorkProcess> {
  const dataDir = join(tmpdir(), `doorstep-work-${randomUUID()}`);
  const child = spawn(process.execPath, [...DOORSTEP_COMMAND, 'work'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', LOG_LEVEL: 'error', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await untilItSays(child, 'working');
  return {
    output: () => output,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function untilItSays(child: ChildProcess, word: string): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(word)) done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => fail(new Error(`the worker ended (${code}) before it worked: ${said}`)));
  });
}
