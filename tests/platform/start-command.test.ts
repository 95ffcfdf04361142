import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { startDoorstepCommand } from './support/node-process.ts';
import type { NodeProcess } from './support/node-process.ts';

const TEST_MS = 120_000;

describe('doorstep start', () => {
  let folder: string;
  const started: NodeProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doorstep-start-'));
  });
  afterEach(async () => {
    await Promise.all(
      started
        .splice(0)
        .map(({ child, end, ended }) =>
          child.exitCode === null && child.signalCode === null ? end('SIGTERM') : ended(),
        ),
    );
    await rm(folder, { recursive: true, force: true });
  });

  const start = (environment: Record<string, string> = {}): NodeProcess => {
    const command = startDoorstepCommand(['start'], {
      environment: { DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent', ...environment },
    });
    started.push(command);
    return command;
  };

  test(
    'ends everything on Ctrl-C, comes back after a kill, and refuses a second start meanwhile',
    async () => {
      const port = String(await findFreePort());
      const first = start({ PORT: port });
      await first.says('is ready');
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

      const second = start({ PORT: String(await findFreePort()) });
      expect(await second.ended()).toBe(1);
      expect(second.stderr()).toMatch(/^Doorstep already runs on the data folder .*\n$/);
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

      await first.end('SIGKILL');
      const third = start({ PORT: port });
      await third.says('is ready');
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

      expect(await third.end('SIGINT')).toBe(0);
      expect(await processesOn(folder)).toEqual([]);
      expect(third.stderr()).toBe('');
    },
    TEST_MS,
  );

  test(
    'started twice at one moment runs once',
    async () => {
      const ports = [await findFreePort(), await findFreePort()];
      const commands = ports.map((port) => start({ PORT: String(port) }));

      const outcomes = await Promise.all(
        commands.map((command) =>
          Promise.race([
            command.says('is ready').then(() => 'ready'),
            command.ended().then((code) => `ended with ${code}`),
          ]),
        ),
      );

      expect(outcomes.toSorted()).toEqual(['ended with 1', 'ready']);
      expect(commands[outcomes.indexOf('ended with 1')]?.stderr()).toMatch(
        /^Doorstep already runs on the data folder .*\n$/,
      );
    },
    TEST_MS,
  );

  test(
    'says in one sentence that its port is taken, before it makes anything',
    async () => {
      const other = await listen();
      const { port } = other.address() as AddressInfo;

      const command = start({ PORT: String(port) });

      expect(await command.ended()).toBe(1);
      expect(command.stderr()).toBe(
        `Port ${port} on 127.0.0.1 is taken: end what uses it, or choose another with PORT.\n`,
      );
      expect(await readdir(folder)).toEqual([]);
      other.close();
    },
    TEST_MS,
  );

  test(
    'names a wrong variable in one sentence',
    async () => {
      const command = start({ PORT: 'http' });

      expect(await command.ended()).toBe(1);
      expect(command.stderr()).toMatch(/^The environment is not usable\. PORT: .*\n$/);
    },
    TEST_MS,
  );

  test.for(['serve', 'work', 'migrate', 'seed'])(
    '%s says in one sentence that it needs a database',
    { timeout: TEST_MS },
    async (name) => {
      const command = startDoorstepCommand([name]);
      started.push(command);

      expect(await command.ended()).toBe(1);
      expect(command.stderr()).toBe('Set DATABASE_URL: only `doorstep start` brings a database of its own.\n');
    },
  );
});

async function listen(): Promise<Server> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => done(server));
  });
}

/** Processes whose command names the folder. */
async function processesOn(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return commands.filter((command) => command.includes(folder)).map((command) => command.replaceAll('\0', ' '));
}
