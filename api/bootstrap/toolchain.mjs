// Runs before anything is installed, on whatever Node the machine has: plain JavaScript, no packages.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Installs the packages of the lock file if they are missing or older than it. */
export async function ensureInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isCurrent) return;
  say('installing packages (about a minute)');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
}

/** The Node that comes with the packages, so that every machine runs the same one. */
export function node() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/** Builds the server and the web app unless nothing they are made of has changed since. */
export async function ensureBuilt() {
  const built = ['api/main.js', 'web/index.html'].map((file) => join(root, '.build', file));
  const sources = ['api', 'web', 'schema', 'migrations', 'package-lock.json'].map((name) =>
    newestChange(join(root, name)),
  );
  const isCurrent = built.every((file) => existsSync(file) && statSync(file).mtimeMs >= Math.max(...sources));
  if (isCurrent) return;
  say('building');
  await build();
}

export async function build() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await run(node(), [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  await run(node(), [vite, 'build', '--config', 'api/vite.config.ts', '--logLevel', 'warn']);
}

/** Runs a command in the project's root with this terminal. Rejects unless it exits with 0. */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', fail);
    child.once('exit', (code, signal) =>
      code === 0 ? done() : fail(new Error(`${command} ended with ${signal ?? `code ${code}`}`)),
    );
  });
}

export function say(step) {
  process.stdout.write(`${step}\n`);
}

/** When a file, or the newest file below a folder, was last changed; milliseconds since 1970. */
function newestChange(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), 0);
}
