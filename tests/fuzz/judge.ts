import type { FuzzCase } from './cases.ts';
import { PATIENCE_MS } from './send.ts';
import type { Answer } from './send.ts';

/** Words of the database, of our files and of our tools, which no answer may speak. */
const LEAKS =
  /\bselect .{1,200}\bfrom\b|\binsert into\b|\bupdate .{1,80}\bset\b|syntax error at or near|\brelation "|violates|duplicate key|node_modules|\/work\/|\/tmp\/|\/api\/|\.ts:\d|\.js:\d|\bat (?:async )?[\w.]+ \(|\bpg_|postgres|mikro|kysely|fastify|apollo-server|\$argon2|stacktrace/i;
/** What Node calls its failures. */
const FAILURES = /\b(?:ECONN[A-Z]+|ENOENT|EACCES|EPIPE)\b/;
const OURS = new Set([1011, 4500]);

/** What is wrong with an answer; empty when nothing is. `canaries` are texts that belong to people who never asked. */
export function judge({ echo, sends }: FuzzCase, answer: Answer, canaries: readonly string[]): string[] {
  const found: string[] = [];
  const isSocket = sends.kind === 'socket';
  if (isSocket ? OURS.has(answer.status ?? 0) : (answer.status ?? 0) >= 500) found.push(`answered ${answer.status}`);
  if (answer.text.includes('INTERNAL_SERVER_ERROR') || answer.text.includes('Something went wrong on our side')) {
    found.push('an error of ours');
  }
  if (answer.elapsedMs >= PATIENCE_MS) found.push('no answer in time');
  const told = withoutData(answer);
  const leak = LEAKS.exec(told) ?? FAILURES.exec(told);
  if (leak) found.push(`leaks ${JSON.stringify(leak[0].slice(0, 80))}`);
  if (told.includes(echo) && !isName(told, echo)) found.push('repeats what was sent');
  const canary = canaries.find((one) => answer.text.includes(one));
  if (canary !== undefined) found.push(`tells of another person: ${canary}`);
  if (sends.kind === 'http' && answer.text !== '' && sends.path.includes('graphql') && !answer.type.includes('json')) {
    found.push(`answers with ${answer.type || 'no type'}`);
  }
  return found;
}

/** All that is not data: data may hold what the asker once stored. */
function withoutData({ text, type }: Answer): string {
  if (type === 'socket') return text.replaceAll(/"id":"[^"]*"/g, '');
  try {
    const { data: _data, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return text;
  }
}

/** A document's own names may be told to who wrote it: `Cannot query field "x" on type "Query"`. */
function isName(told: string, echo: string): boolean {
  const others = told.replaceAll(
    new RegExp(
      `(?:field|type|argument|directive|fragment|operation named|Variable|Name|name|variable) \\\\?"[@$]?\\w*${echo}\\w*\\\\?"|"path":\\[[^\\]]*\\]`,
      'gi',
    ),
    '',
  );
  return !others.includes(echo);
}
