#!/usr/bin/env node
import { Command } from 'commander';
import {
  runKeysInit,
  runKeysPrune,
  runKeysReseal,
  runKeysRotate,
  runMigrate,
  runSeed,
  runServe,
  runStart,
  runWork,
} from './app/commands.ts';
import { runAuditRoots, runAuditVerify } from './app/audit-commands.ts';
import {
  runUserBan,
  runUserCreate,
  runUserLiftBan,
  runUserList,
  runUserResetLink,
  runUserRoles,
} from './app/user-commands.ts';
import { StartupError } from './platform/startup-error.ts';

const program = new Command('doorstep').description('A marketplace for services done at the home or studio.');

program
  .command('start')
  .description('everything in one process tree: database, web app, API and worker')
  .action(() => run(runStart));
program
  .command('serve')
  .description('answer requests')
  .action(() => run(runServe));
program
  .command('work')
  .description('run jobs: messages, reminders, expiry')
  .action(() => run(runWork));
program
  .command('migrate')
  .description('bring the database schema up to date')
  .action(() => run(runMigrate));
program
  .command('seed')
  .description('load the demo marketplace into an empty database')
  .action(() => run(runSeed));

const keys = program.command('keys').description('the secrets that seal personal data and sign the audit log');
keys
  .command('init')
  .description('make them, for an installation that has none')
  .action(() => run(async () => runKeysInit()));
keys
  .command('rotate')
  .description('add a data key; new values are sealed with it')
  .action(() => run(runKeysRotate));
keys
  .command('reseal')
  .description('seal everything with the current key')
  .action(() => run(runKeysReseal));
keys
  .command('prune')
  .description('forget the older data keys')
  .action(() => run(runKeysPrune));

const audit = program.command('audit').description('the log of acts that must be answered for');
audit
  .command('verify')
  .description('read the whole chain and name the first row that was tampered with; ends with 1 if there is one')
  .option('--roots <file>', 'compare with roots that `doorstep audit roots` printed earlier')
  .action((options: { roots?: string }) => run(() => runAuditVerify(options.roots ?? null)));
audit
  .command('roots')
  .description('print the signed end of each day, to be kept where nobody of this database can reach it')
  .action(() => run(runAuditRoots));

const collect = (value: string, before: string[]): string[] => [...before, value];
const user = program.command('user').description('accounts, from the terminal of whoever runs the installation');
user
  .command('create')
  .description('make an account and print a link, good once and for a day, that sets its password')
  .requiredOption('--email <address>', 'the address to sign in with')
  .requiredOption('--name <name>', 'the name others see')
  .option('--role <role>', 'what it may work as, such as ADMINISTRATOR; give it again for each', collect, [])
  .option('--locale <locale>', 'language of messages: en or zh-CN', 'en')
  .action((options: { email: string; name: string; role: string[]; locale: string }) =>
    run(() => runUserCreate({ ...options, roles: options.role })),
  );
user
  .command('roles <email>')
  .description('grant roles and take them away; the account is signed out')
  .option('--grant <role>', 'give it again for each', collect, [])
  .option('--revoke <role>', 'give it again for each', collect, [])
  .option('--reason <text>', 'for the audit log', 'command line')
  .action((email: string, options: { grant: string[]; revoke: string[]; reason: string }) =>
    run(() => runUserRoles(email, options)),
  );
user
  .command('ban <email>')
  .description('keep somebody out')
  .option('--reason <text>', 'for the audit log', 'command line')
  .action((email: string, { reason }: { reason: string }) => run(() => runUserBan(email, reason)));
user
  .command('unban <email>')
  .description('let somebody in again')
  .option('--reason <text>', 'for the audit log', 'command line')
  .action((email: string, { reason }: { reason: string }) => run(() => runUserLiftBan(email, reason)));
user
  .command('reset-link <email>')
  .description('print a link, good once and for a day, that sets a new password')
  .option('--reason <text>', 'for the audit log', 'command line')
  .action((email: string, { reason }: { reason: string }) => run(() => runUserResetLink(email, reason)));
user
  .command('list')
  .description('the latest hundred accounts')
  .option('--role <role>', 'only those with this role')
  .action(({ role }: { role?: string }) => run(() => runUserList(role ?? null)));

await program.parseAsync();

/** One sentence for what the person at the terminal can change; anything else is a bug and shows its stack. */
async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(
      error instanceof StartupError
        ? `${error.message}\n`
        : `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  }
}
