import { z } from 'zod';
import { isLocale } from '../kernel/locale.ts';
import {
  Account,
  Role,
  SEALED_ACCOUNT,
  banAccount,
  changeRoles,
  createAccount,
  issueResetToken,
  liftBan,
  listAccounts,
} from '../modules/accounts/index.ts';
import type { AccountDesk, AccountRefusal } from '../modules/accounts/index.ts';
import { readConfig } from '../platform/config.ts';
import { requireCurrentSchema } from '../platform/database.ts';
import { readKeyRing } from '../platform/key-ring.ts';
import { StartupError } from '../platform/startup-error.ts';
import { Vault } from '../platform/vault.ts';
import { openDoorstepDatabase } from './application.ts';
import { findDatabaseUrl } from './command-database.ts';

interface Terminal extends AccountDesk {
  readonly publicUrl: string;
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly locale: string;
}

const MOST_LISTED = 100;

/** Makes an account, such as the first administrator of an installation. */
export async function runUserCreate({ email, name, roles, locale }: NewUser): Promise<void> {
  if (!z.email().max(254).safeParse(email.trim()).success) throw new StartupError(`${email} is no e-mail address.`);
  const displayName = name.trim();
  if (displayName === '' || displayName.length > 80) throw new StartupError('A name has 1 to 80 characters.');
  if (!isLocale(locale)) throw new StartupError('The locale is en or zh-CN.');
  const wanted = roles.length === 0 ? [Role.HOUSEHOLD] : toRoles(roles);
  await atDesk(async (desk) => {
    const account = await createAccount(desk, { email, displayName, locale, roles: wanted });
    if (account === null) throw new StartupError('This address has an account already: see `doorstep user roles`.');
    say(`made the account ${account.id}: ${wanted.join(', ')}`);
    await printLink(desk, account.id, 'account made at the terminal');
  });
}

export async function runUserRoles(
  email: string,
  { grant, revoke, reason }: { readonly grant: string[]; readonly revoke: string[]; readonly reason: string },
): Promise<void> {
  const change = { grant: toRoles(grant), revoke: toRoles(revoke), reason };
  await atDesk(async (desk) => {
    const changed = requireDone(await changeRoles(desk, { accountId: await findId(desk, email), ...change }));
    say(`roles now: ${changed.roles.join(', ') || 'none'}; signed out everywhere`);
  });
}

export async function runUserBan(email: string, reason: string): Promise<void> {
  await atDesk(async (desk) => {
    requireDone(await banAccount(desk, await findId(desk, email), reason));
    say('kept out, and signed out everywhere');
  });
}

export async function runUserLiftBan(email: string, reason: string): Promise<void> {
  await atDesk(async (desk) => {
    requireDone(await liftBan(desk, await findId(desk, email), reason));
    say('can sign in again');
  });
}

export async function runUserResetLink(email: string, reason: string): Promise<void> {
  await atDesk(async (desk) => printLink(desk, await findId(desk, email), reason));
}

export async function runUserList(role: string | null): Promise<void> {
  const question = { search: null, role: role === null ? null : toRole(role), isBanned: null };
  await atDesk(async (desk) => {
    const { em, vault } = desk;
    for (const account of await listAccounts(em, vault, question, { limit: MOST_LISTED, after: null })) {
      const email = account.email.length === 0 ? '–' : vault.openRow(SEALED_ACCOUNT, account).email;
      const marks = [...account.roles, ...(account.bannedAt == null ? [] : ['banned'])];
      say([email.padEnd(36), account.displayName.padEnd(24), marks.join(', ')].join(' ').trimEnd());
    }
  });
}

async function atDesk(work: (desk: Terminal) => Promise<void>): Promise<void> {
  const config = readConfig();
  const vault = new Vault(readKeyRing(config));
  const database = openDoorstepDatabase(await findDatabaseUrl(config), 2);
  try {
    await requireCurrentSchema(database);
    const clock = { now: () => new Date() };
    await work({
      em: database.em.fork(),
      vault,
      clock,
      who: { clock },
      publicUrl: config.publicUrl.replace(/\/$/, ''),
    });
  } finally {
    await database.close(true);
  }
}

async function printLink(desk: Terminal, accountId: string, reason: string): Promise<void> {
  const { token } = requireDone(await issueResetToken(desk, accountId, reason));
  say(`set the password with this link, once and within a day:\n${desk.publicUrl}/reset-password#${token}`);
}

async function findId({ em, vault }: Terminal, email: string): Promise<string> {
  const emailHash = vault.lookupHash('account.email', email.trim().toLowerCase());
  const account = await em.findOne(Account, { emailHash }, { disableIdentityMap: true });
  if (account === null) throw new StartupError(`No account has the address ${email}.`);
  return account.id;
}

const REFUSALS: Readonly<Record<AccountRefusal, string>> = {
  UNKNOWN_ACCOUNT: 'There is no such account.',
  LAST_ADMINISTRATOR: 'Nobody else administers this installation: give the role to somebody else first.',
  NOTHING_TO_CHANGE: 'There is nothing to change.',
};

function requireDone<T>(outcome: T | AccountRefusal): T {
  if (typeof outcome === 'string' && outcome in REFUSALS) throw new StartupError(REFUSALS[outcome as AccountRefusal]);
  return outcome as T;
}

const toRoles = (names: readonly string[]): Role[] => names.map(toRole);

function toRole(name: string): Role {
  const role = Object.values(Role).find((known: string) => known === name.toUpperCase());
  if (role === undefined) throw new StartupError(`${name} is no role: choose among ${Object.values(Role).join(', ')}.`);
  return role;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
