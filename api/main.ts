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
