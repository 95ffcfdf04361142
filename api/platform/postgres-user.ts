import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from './startup-error.ts';

/** As whom the PostgreSQL server runs. It refuses to run as root, so root hands it to an unprivileged account. */
export interface ServerUser {
  /** Null: the current account. */
  readonly uid: number | null;
  readonly gid: number;
  /** Options for `spawn` that change the account, where the kernel's plain change is enough. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** Command put before the binary, where it also has to cross folders closed to that account. */
  readonly prefix: readonly string[];
}

/**
 * The account for the server. When root keeps the project below a folder that only root may enter (/root, say), the server
 * gets the one capability that lets it pass, and nothing else of root's.
 * @throws StartupError when the server could not reach its files.
 */
export async function chooseServerUser(paths: readonly string[]): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { uid: null, gid: 0, spawn: {}, prefix: [] };
  const { uid, gid } = await findUnprivilegedAccount();
  const reachable = (await Promise.all(paths.map(isOpenToAll))).every(Boolean);
  if (reachable) return { uid, gid, spawn: { uid, gid }, prefix: [] };

  const capabilities = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  try {
    await promisify(execFile)('setpriv', [...capabilities, 'true']);
  } catch {
    throw new StartupError(
      'PostgreSQL does not run as root and could not reach this folder as another account: move the project out of the closed folder, start it as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid, gid, spawn: {}, prefix: ['setpriv', ...capabilities] };
}

/** The command and arguments that run `binary` as that account. */
export function wrapCommand(user: ServerUser, binary: string, args: readonly string[]): [string, string[]] {
  const [command = binary, ...rest] = [...user.prefix, binary, ...args];
  return [command, rest];
}

async function findUnprivilegedAccount(): Promise<{ uid: number; gid: number }> {
  const accounts = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((account) => account[0] === name)).find(Boolean);
  if (!found)
    throw new StartupError(
      'PostgreSQL does not run as root and this system has no unprivileged account: start as an ordinary user or set DATABASE_URL.',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function isOpenToAll(path: string): Promise<boolean> {
  const others = (await stat(path)).mode & 0o005;
  const parent = dirname(path);
  return others === 0o005 && (parent === path || isEnterable(parent));
}

async function isEnterable(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isEnterable(parent);
}
