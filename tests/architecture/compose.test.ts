import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../api/platform/config.ts';

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly deploy?: { readonly replicas: number };
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(fromRoot(path), 'utf8');
const run = promisify(execFile);

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services).map(([name, service]) => ({ name, ...service }));
const ours = services.filter(({ build }) => build !== undefined);
const { postgres, redis } = compose.services as { postgres: Service; redis: Service };

const dockerfile = read('api/Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ instruction: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const instructions = (name: string): string[] =>
  dockerfile.filter(({ instruction }) => instruction === name).map(({ rest }) => rest);

const settings = new Set(
  [...read('api/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name),
);
const routes = [...read('api/app/http-operations.ts').matchAll(/app\.get\('([^']+)'/g)].map(([, path]) => path);
const secrets = { POSTGRES_PASSWORD: 'kept-elsewhere', KEYS: '{}' };

/** As Compose fills `${NAME:-default}` and `${NAME:?message}`; throws for a required value that is missing. */
function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind: string | undefined, rest = '') => {
    const value = values[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name}: ${String(rest)}`);
    return String(rest);
  });
}

function environmentOf(service: Service, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, text]) => [name, interpolate(text, values)]),
  );
}

function countOf(command: string): number {
  return ours
    .filter((service) => service.command?.[0] === command)
    .reduce((count, { deploy }) => count + (deploy?.replicas ?? 1), 0);
}

const healthPaths = (text: string): string[] => [...text.matchAll(/\/health\/\w+/g)].map(([path]) => path);

describe('docker-compose.yml', () => {
  it('runs PostgreSQL 18, Redis 8, one migration, two servers and two workers', () => {
    expect(postgres.image).toBe('postgres:18');
    expect(redis.image).toBe('redis:8');
    expect({ migrate: countOf('migrate'), serve: countOf('serve'), work: countOf('work') }).toEqual({
      migrate: 1,
      serve: 2,
      work: 2,
    });
  });

  it('gives each process a command of the command line', async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', fromRoot('api/main.ts'), '--help'], {
      cwd: fromRoot(''),
    });
    const commands = [...stdout.matchAll(/^ {2}(\w+)(?: |$)/gm)].map(([, name]) => name);

    expect(commands).toEqual(expect.arrayContaining(['serve', 'work', 'migrate']));
    for (const { name, command } of ours) {
      expect({ name, known: commands.includes(command?.[0] ?? '') }).toEqual({ name, known: true });
    }
  });

  it.each(ours)('sets for $name only what the configuration reads, and all of it is usable', (service) => {
    const environment = environmentOf(service, secrets);
    const config = readConfig(environment);

    expect(Object.keys(environment).filter((name) => !settings.has(name))).toEqual([]);
    expect(config).toMatchObject({ production: true, host: '0.0.0.0', twilio: null });
    expect(config.databaseUrl).toBe(
      `postgres://${String(postgres.environment?.['POSTGRES_USER'])}:kept-elsewhere@postgres:5432/${String(postgres.environment?.['POSTGRES_DB'])}`,
    );
    expect(config.redisUrl).toBe('redis://redis:6379');
    expect(environment['PUBLIC_URL']).toBeDefined();
  });

  it.each(ours)('does not start $name without a password for the database', (service) => {
    expect(() => environmentOf(service, {})).toThrow('POSTGRES_PASSWORD');
  });

  it('holds no secret itself', () => {
    const values = services.flatMap(({ environment }) => Object.entries(environment ?? {}));
    const secretValues = values.filter(([name]) => /PASSWORD|TOKEN|SECRET|SID/.test(name)).map(([, text]) => text);

    expect(secretValues.length).toBeGreaterThan(0);
    expect(secretValues.filter((text) => !/^\$\{\w+:[?-][^}]*\}$/.test(text))).toEqual([]);
    expect(interpolate(secretValues.join(''), { POSTGRES_PASSWORD: ' ' }).trim()).toBe('');
  });

  it('waits for healthy services and, but for the migration itself, for a finished migration', () => {
    const conditions = Object.fromEntries(
      ours.map(({ name, depends_on }) => [
        name,
        Object.fromEntries(Object.entries(depends_on ?? {}).map(([other, { condition }]) => [other, condition])),
      ]),
    );
    const afterMigration = {
      postgres: 'service_healthy',
      redis: 'service_healthy',
      migrate: 'service_completed_successfully',
    };

    expect(conditions).toEqual({
      migrate: { postgres: 'service_healthy' },
      serve: afterMigration,
      work: afterMigration,
    });
    expect(postgres.healthcheck?.test).toContain('pg_isready');
    expect(redis.healthcheck?.test?.join(' ')).toContain('redis-cli ping');
  });

  it('publishes one address for each server, on the port it listens on', () => {
    const { serve } = compose.services;
    const [first, last, inside] =
      /^(\d+)-(\d+):(\d+)$/
        .exec(serve?.ports?.join() ?? '')
        ?.slice(1)
        .map(Number) ?? [];

    expect(inside).toBe(readConfig(environmentOf(serve as Service, secrets)).port);
    expect(Number(last) - Number(first) + 1).toBe(serve?.deploy?.replicas);
    expect(ours.filter(({ name, ports }) => name !== 'serve' && ports !== undefined)).toEqual([]);
  });

  it('asks a server whether it is ready, and nothing of processes without HTTP', () => {
    for (const { name, command, healthcheck } of ours) {
      const paths = healthPaths(healthcheck?.test?.join(' ') ?? '');
      const expected = command?.[0] === 'serve' ? ['/health/ready'] : [];
      expect({ name, paths, disabled: healthcheck?.disable ?? false }).toEqual({
        name,
        paths: expected,
        disabled: expected.length === 0,
      });
    }
    expect(routes).toContain('/health/ready');
    expect(compose.services['serve']?.healthcheck?.test?.join(' ')).toContain(
      `:${environmentOf(compose.services['serve'] as Service, secrets)['PORT']}/`,
    );
  });

  it('keeps what the database and the queue hold', () => {
    expect(postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql']);
    expect(redis.command?.join(' ')).toContain('redis-server --hz 100 --appendonly yes');
    expect(redis.volumes).toEqual(['redis-data:/data']);
    expect(Object.keys(compose.volumes).sort()).toEqual(['doorstep-data', 'postgres-data', 'redis-data']);
  });

  it.each(ours)('lets $name share the folder of files with the others', ({ environment, volumes }) => {
    expect(volumes).toEqual([`doorstep-data:${environment?.['DATA_DIR']}`]);
  });

  it('builds the image from a Dockerfile that exists', () => {
    for (const { build } of ours) {
      expect(build?.context).toBe('.');
      expect(existsSync(fromRoot(build?.dockerfile ?? 'missing'))).toBe(true);
    }
  });
});

describe('api/Dockerfile', () => {
  const copies = instructions('COPY').map((line) => line.split(' '));
  const fromSource = copies.filter(([first]) => !first?.startsWith('--from=')).flatMap((words) => words.slice(0, -1));
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

  it('copies only what exists and what .dockerignore lets through', () => {
    const admitted = [...read('.dockerignore').matchAll(/^!([^/\n]+)\/?$/gm)].map(([, name]) => name ?? '');

    expect(fromSource.filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
    expect(admitted.sort()).toEqual(fromSource.map((path) => path.replace('./', '')).sort());
  });

  it('copies every source that the build reads', () => {
    const watched = /sources = \[([^\]]+)\]/.exec(read('api/bootstrap/toolchain.mjs'))?.[1] ?? '';
    const sources = [...watched.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');

    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((name) => !fromSource.includes(name))).toEqual([]);
  });

  it('runs a script that package.json has, and the file that the command line is built to', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: { doorstep: string } };
    const ran = instructions('RUN').flatMap((line) =>
      [...line.matchAll(/npm run (\S+)/g)].map(([, name]) => name ?? ''),
    );

    expect(ran.filter((name) => !(name in scripts))).toEqual([]);
    expect(ran).toContain('build');
    expect((JSON.parse(instructions('ENTRYPOINT')[0] ?? '[]') as string[]).at(-1)).toBe(bin.doorstep);
  });

  it('delivers on Node 24, without build tools and not as root', () => {
    const [build, delivery] = instructions('FROM');

    expect(build).toBe('node:24-bookworm-slim AS build');
    expect(delivery).toBe('node:24-bookworm-slim');
    expect(instructions('RUN').join(' ')).toContain('npm prune --omit=dev');
    expect(instructions('USER')).toEqual(['node']);
    expect(copies.filter(([first]) => first === '--from=build').map((words) => words.at(-1))).toEqual([
      './',
      './node_modules',
      './.build',
    ]);
  });

  it('listens where it says, and asks the server it starts whether it is ready', () => {
    const pairs = (instructions('ENV')[0] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]);
    const environment = Object.fromEntries(pairs);

    expect(Object.keys(environment).filter((name) => !settings.has(name))).toEqual([]);
    expect(readConfig(environment)).toMatchObject({ production: true, host: '0.0.0.0', port: 4000 });
    expect(instructions('EXPOSE')).toEqual([environment['PORT']]);
    expect(instructions('CMD')).toEqual(['["serve"]']);
    expect(healthPaths(instructions('HEALTHCHECK')[0] ?? '')).toEqual(['/health/ready']);
  });
});
