import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DOORSTEP_COMMAND } from './doorstep-command.ts';
import { findFreePort } from './free-port.ts';
import { TEST_KEYS } from './test-keys.ts';

export interface ServeProcess {
  readonly url: string;
  /** All it has written so far, to either stream. */
  output(): string;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

const ROOT = new URL('../..', import.meta.url).pathname;
const START_LIMIT_MS = 45_000;

/** A real `doorstep serve` process on a port of its own, against an existing database. */
export async function startServeProcess(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServeProcess> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [...DOORSTEP_COMMAND, 'serve'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: databaseUrl,
      KEYS: TEST_KEYS,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + START_LIMIT_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`serve did not come up: ${output}`);
    }
    await sleep(100);
  }
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
}
