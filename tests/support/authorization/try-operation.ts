import type { GraphQLSchema } from 'graphql';
import { newId } from '../../../api/kernel/ids.ts';
import type { GraphQLAnswer } from '../graphql-client.ts';
import { askEverything } from './ask-everything.ts';
import type { RootField } from './ask-everything.ts';
import { changedTables, digestRows } from './all-rows.ts';
import { CALLERS } from './callers.ts';
import type { CallerName } from './callers.ts';
import { putId } from './id-arguments.ts';
import type { OperationRow } from './matrix-rows.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { subjectOf } from './subjects.ts';
import type { SubjectKind } from './subjects.ts';

/** How whoever asks stands to what they name; `nothing` where the operation names nothing of anybody's. */
type Relation = 'nothing' | 'own' | 'beside' | 'another' | 'nonexistent';

/** `refused`: whoever they are; `unknown`: there is no such thing; `through`: they get an answer about it. */
type Expected = 'refused' | 'unknown' | 'through';

interface Case {
  readonly caller: CallerName;
  readonly path: string | null;
  readonly relation: Relation;
  readonly id: string | null;
  readonly expected: Expected;
  readonly send: () => Promise<GraphQLAnswer<unknown>>;
}

interface Answered extends Case {
  readonly answer: GraphQLAnswer<unknown>;
}

export interface Tried {
  readonly cases: number;
  /** What was not as the table says. */
  readonly problems: readonly string[];
}

/** Sends a query or mutation as everybody, with everything they could name, and compares what comes with the row. */
export async function tryOperation(
  scene: MatrixScene,
  schema: GraphQLSchema,
  root: RootField,
  row: OperationRow,
): Promise<Tried> {
  const document = askEverything(schema, root);
  const cases = await listCases(scene, document, row);
  const before = await digestRows(scene.api);
  const refused = await sendAll(cases.filter(({ expected }) => expected === 'refused'));
  const between = await digestRows(scene.api);
  const unknown = await sendAll(cases.filter(({ expected }) => expected === 'unknown'));
  const after = await digestRows(scene.api);
  const through = await sendAll(cases.filter(({ expected }) => expected === 'through'));
  const answered = [...refused, ...unknown, ...through];
  const changed = [
    ...changedTables(before, between),
    ...changedTables(between, after).filter((name) => !row.leaves?.includes(name)),
  ];
  return {
    cases: cases.length,
    problems: [
      ...(changed.length > 0 ? [`those who do not get through change ${changed.join(', ')}`] : []),
      ...answered.flatMap((one) => judge(one, answered).map((what) => `${describe(one)}: ${what} → ${excerpt(one)}`)),
    ],
  };
}

async function listCases(scene: MatrixScene, document: string, row: OperationRow): Promise<Case[]> {
  const personal = Object.entries(row.ids ?? {}).flatMap(([path, names]) =>
    names === 'public'
      ? []
      : [{ path, kind: names.a, everybodysFor: names.everybodysFor ?? [], isRead: names.isRead ?? true }],
  );
  const cases: Case[] = [];
  for (const caller of CALLERS) {
    const isLetIn =
      row.for === 'everybody' || (row.for === 'accounts' ? caller !== 'visitor' : row.for.includes(caller));
    const prepare = async (
      path: string | null,
      relation: Relation,
      id: string | null,
      expected: Expected,
    ): Promise<void> => {
      const given = (await row.variables?.(scene, caller)) ?? {};
      const variables = path === null || id === null ? given : putId(given, path, id);
      const client = await clientOf(scene, caller);
      const send = async (): Promise<GraphQLAnswer<unknown>> => client.send(document, variables);
      cases.push({ caller, path, relation, id, send, expected: isLetIn ? expected : 'refused' });
    };
    if (personal.length === 0) await prepare(null, 'nothing', null, 'through');
    for (const { path, kind, everybodysFor, isRead } of personal) {
      const isEverybodys = everybodysFor.includes(caller);
      for (const [relation, id] of await listSubjects(scene, kind, caller)) {
        const isTheirs = relation === 'own' || (relation === 'another' && isEverybodys);
        await prepare(path, relation, id, isTheirs && isRead ? 'through' : 'unknown');
      }
    }
  }
  return cases;
}

async function listSubjects(
  scene: MatrixScene,
  kind: SubjectKind,
  caller: CallerName,
): Promise<readonly (readonly [Relation, string])[]> {
  const subject = subjectOf(kind);
  const person = scene.people[caller];
  const made: (readonly [Relation, string])[] = [];
  if (person !== null && subject.owners.includes(caller)) made.push(['own', await subject.make(scene, person)]);
  if (person !== null && subject.besides?.includes(caller)) made.push(['beside', await subject.make(scene, person)]);
  made.push(['another', await subject.make(scene, scene.strangers[subject.stranger])]);
  made.push(['nonexistent', newId()]);
  return made;
}

/** With a session of its own, so that one case cannot end that of another. */
async function clientOf({ api, people }: MatrixScene, caller: CallerName): Promise<ReturnType<typeof api.visitor>> {
  const person = people[caller];
  return person === null
    ? api.visitor()
    : api.visitor({ authorization: `Bearer ${await api.openSession(person.account)}` });
}

async function sendAll(cases: readonly Case[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const one of cases) answered.push({ ...one, answer: await one.send() });
  return answered;
}

function judge(one: Answered, all: readonly Answered[]): string[] {
  const { answer, caller, expected } = one;
  const codes = answer.errors.map(({ extensions }) => extensions.code);
  if (expected === 'refused') {
    const wanted = caller === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    const isTyped = codes.length === 1 && codes[0] === wanted && isEmpty(answer.data);
    const first = all.find((other) => other.caller === caller && other.path === one.path);
    const same = first === undefined || sayable(first) === sayable(one);
    return [...(isTyped ? [] : [`is not refused as ${wanted}`]), ...(same ? [] : ['depends on what is named'])];
  }
  const bad = codes.filter((code) => code !== 'BAD_USER_INPUT' || expected === 'through');
  const unknown = all.find(
    (other) => other.caller === caller && other.path === one.path && other.relation === 'nonexistent',
  );
  const isSame = unknown !== undefined && sayable(unknown) === sayable(one);
  return [
    ...(bad.length > 0 ? [`answers ${bad.join(', ')}`] : []),
    ...(expected === 'unknown' && !isSame ? ['differs from what does not exist'] : []),
    ...(expected === 'through' && isSame ? ['is answered as what does not exist'] : []),
  ];
}

function isEmpty(data: unknown): boolean {
  return data === null || Object.values(data as object).every((value) => value === null);
}

/** The answer byte for byte, but for the id that was asked for. */
function sayable({ answer, id }: Answered): string {
  const body = id === null ? answer.body : answer.body.replaceAll(id, '<id>');
  return `${answer.status} ${answer.headers.get('content-type')} ${body}`;
}

function describe({ caller, relation, path }: Case): string {
  return path === null ? caller : `${caller}, ${relation} at ${path}`;
}

function excerpt({ answer }: Answered): string {
  return `${answer.status} ${answer.body.trim().slice(0, 300)}`;
}
