import type { CallerName } from './callers.ts';
import { CALLERS } from './callers.ts';
import type { MatrixScene } from './matrix-scene.ts';
import type { RouteRow, Trial } from './route-rows.ts';
import type { Tried } from './try-operation.ts';

interface Reply {
  readonly trial: Trial;
  readonly status: number;
  readonly said: string;
}

/** `GET /path` for every route in Fastify's drawing; a HEAD goes with its GET. */
export function listRoutes(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^((?: {4}|│ {3})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line);
    if (!found) return [];
    const [, indent = '', text = '', methods = ''] = found;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(text === '(empty root node)' ? '' : text);
    const path = above.join('');
    const named = methods.split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return named.map((method) => `${method} ${path}`);
  });
}

/** Asks a route as everybody and compares what comes with the row. */
export async function tryRoute(scene: MatrixScene, row: RouteRow): Promise<Tried> {
  const problems: string[] = [];
  let cases = 0;
  for (const caller of CALLERS) {
    const trials = await row(scene, caller);
    const replies: Reply[] = [];
    for (const trial of trials) replies.push(await send(scene, caller, trial));
    cases += replies.length;
    const unknown = replies.find(({ trial }) => trial.what === 'nonexistent');
    for (const { trial, status, said } of replies) {
      const isRight = trial.expect === 'through' ? status < 300 : status === 404 && said === unknown?.said;
      if (!isRight) problems.push(`${caller}, ${trial.what}: ${status} ${said.slice(0, 200)}`);
    }
  }
  return { cases, problems };
}

async function send({ api, people }: MatrixScene, caller: CallerName, trial: Trial): Promise<Reply> {
  const person = people[caller];
  const authorization: Record<string, string> =
    person === null ? {} : { authorization: `Bearer ${await api.openSession(person.account)}` };
  const answer = await fetch(new URL(trial.path, api.url), {
    method: trial.method ?? 'GET',
    headers: { ...trial.headers, ...authorization },
    ...(trial.body === undefined ? {} : { body: trial.body }),
  });
  const body = await answer.text();
  return { trial, status: answer.status, said: `${answer.headers.get('content-type')} ${body}` };
}
