import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildGraphQLSchema } from '../api/app/graphql-schema.ts';

/** Writes schema.graphql from the code; with `--check`, only says whether it is current. */
const file = new URL('schema.graphql', import.meta.url);
const emitted = `${printSchema(lexicographicSortSchema(buildGraphQLSchema()))}\n`;
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== emitted) {
    process.stderr.write('schema/schema.graphql is not what the code says: run `npm run schema:emit`.\n');
    process.exit(1);
  }
} else {
  await writeFile(file, emitted);
}
