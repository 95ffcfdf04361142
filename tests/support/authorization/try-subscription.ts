import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { subscribe } from '../socket-client.ts';
import type { Subscribed } from '../socket-client.ts';
import { askEverything } from './ask-everything.ts';
import type { RootField } from './ask-everything.ts';
import { CALLERS } from './callers.ts';
import { putId } from './id-arguments.ts';
import type { OperationRow, Variables } from './matrix-rows.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { subjectOf } from './subjects.ts';
import type { Tried } from './try-operation.ts';

/** How long a refusal is waited for where one must come, and where none may. */
const REFUSED_WITHIN_MS = 5_000;
const STAYS_FOR_MS = 300;

/** Subscribes as everybody, to what belongs to strangers where it is about something; whoever the row lets in stays, all others are told why not. */
export async function trySubscription(
  scene: MatrixScene,
  schema: GraphQLSchema,
  root: RootField,
  row: OperationRow,
): Promise<Tried> {
  const { api, people } = scene;
  const document = askEverything(schema, root);
  const variables = await ofStrangers(scene, row);
  const outcomes = await Promise.all(
    CALLERS.map(async (caller) => {
      const person = people[caller];
      const isLetIn = row.for === 'everybody' || (row.for === 'accounts' ? person !== null : row.for.includes(caller));
      const token = person === null ? {} : { token: await api.openSession(person.account) };
      const subscribed = await subscribe(api.url, document, { ...token, variables });
      const codes = await refusalOf(subscribed, isLetIn ? STAYS_FOR_MS : REFUSED_WITHIN_MS);
      await subscribed.stop();
      const wanted = isLetIn ? [] : [person === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'];
      return codes.join() === wanted.join() ? [] : [`${caller}: answers ${codes.join() || 'nothing'}`];
    }),
  );
  return { cases: CALLERS.length, problems: outcomes.flat() };
}

async function ofStrangers(scene: MatrixScene, row: OperationRow): Promise<Variables> {
  let variables: Variables = {};
  for (const [path, names] of Object.entries(row.ids ?? {})) {
    if (names === 'public') continue;
    const subject = subjectOf(names.a);
    variables = putId(variables, path, await subject.make(scene, scene.strangers[subject.stranger]));
  }
  return variables;
}

/** Codes of the errors that came within that time. */
async function refusalOf(subscribed: Subscribed, withinMs: number): Promise<string[]> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const problems = [...subscribed.problems, ...subscribed.events.flatMap(({ errors = [] }) => errors)];
    if (problems.length > 0 || performance.now() > deadline)
      return problems.map(({ extensions }) => String(extensions['code']));
    await sleep(10);
  }
}
