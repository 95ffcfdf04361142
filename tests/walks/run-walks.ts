import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { TRANSITIONS } from '../../api/modules/bookings/domain/transitions.ts';
import { migrateDatabase } from '../../api/platform/database.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { serveApi } from '../support/served-api.ts';
import { walk } from './walk.ts';
import type { WalkReport } from './walk.ts';

/** `npm run walks -- --steps 20000 --seed 1` */
const { values } = parseArgs({
  options: { steps: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const postgres = await startTestPostgres();
const url = postgres.url('doorstep_walks');
const database = openDoorstepDatabase(url, 4);
await database.schema.ensureDatabase();
await migrateDatabase(database);
const api = await serveApi(
  { database, url, close: () => database.close(true) },
  { clock: new FakeClock(), environment: { RATE_LIMIT_SCALE: '10000' } },
);
const report = await walk(api, buildGraphQLSchema(), { steps: Number(values.steps), seed: Number(values.seed) });
await api.close();
await postgres.stop();
process.stdout.write(describe(report));
process.exitCode = report.faults.length === 0 && report.steps >= Number(values.steps) ? 0 : 1;

function describe({ steps, elapsedMs, answers, moves, faults }: WalkReport): string {
  const possible = TRANSITIONS.flatMap(({ from, to, by }) => by.map((actor) => `${from ?? '-'} → ${to} by ${actor}`));
  const list = (counts: Readonly<Record<string, number>>): string[] =>
    Object.entries(counts)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `  ${String(count).padStart(6)} ${name}`);
  return [
    `seed ${values.seed}: ${steps} steps in ${(elapsedMs / 1000).toFixed(0)} s`,
    'answers:',
    ...list(answers),
    `changes of state, ${Object.keys(moves).length} of the ${possible.length} that the table allows:`,
    ...list(moves),
    `never made: ${possible.filter((move) => !(move in moves)).join(', ') || 'none'}`,
    `faults: ${faults.length}`,
    ...faults,
    '',
  ].join('\n');
}
