import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../api/app/graphql-schema.ts';
import { guardReads, isEnvelope, listReadTypes } from '../../api/app/guarded-reads.ts';
import { readRules } from '../../api/app/modules.ts';
import type { ReadRules } from '../../api/platform/read-rules.ts';
import { CALLERS, secretOf } from '../support/authorization/callers.ts';
import type { CallerName } from '../support/authorization/callers.ts';
import { buildMatrixScene, personOf } from '../support/authorization/matrix-scene.ts';
import type { MatrixScene } from '../support/authorization/matrix-scene.ts';
import { readField, readStrange } from '../support/authorization/read-strange.ts';
import { READERS } from '../support/authorization/readers.ts';
import { buildStrangeObjects } from '../support/authorization/strange-objects.ts';
import type { Strange } from '../support/authorization/strange-objects.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const schema = buildGraphQLSchema();
const ruled = Object.entries(readRules)
  .filter(([, rule]) => typeof rule === 'object' && 'read' in rule && typeof rule.read === 'function')
  .map(([name]) => name);

let api: TestApi;
let scene: MatrixScene;
let strange: Strange;
beforeAll(async () => {
  api = await startTestApi();
  scene = await buildMatrixScene(api);
  strange = await buildStrangeObjects(scene);
});
afterAll(() => api.close());

describe('every type', () => {
  it('of the schema has a rule, or only carries others', () => {
    const without = listReadTypes(schema).filter((type) => !isEnvelope(type) && readRules[type.name] === undefined);

    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('that has a rule of its own says here who may read what belongs to strangers', () => {
    expect(Object.keys(READERS).sort()).toEqual([...ruled].sort());
  });
});

describe.each(ruled)('%s of strangers, given out by a resolver that forgot to look,', (name) => {
  it.each(CALLERS)('shows no field to whom it does not concern: %s', async (caller) => {
    const { seen, shown } = await readStrange(schema, scene, strange, { type: name, caller });

    expect(seen).toEqual(shown);
  });
});

describe('rules of single fields', () => {
  const read = async (caller: CallerName, type: string, field: string, object: object): Promise<unknown> =>
    readField(schema, scene, { caller, type, field, object });
  const place = async (caller: CallerName, field: string): Promise<unknown> =>
    read(caller, 'BookingPlace', field, { booking: strange.booking });

  it('give an operator the address and never the door note', async () => {
    expect(await place('operator', 'line')).toBe(secretOf(scene.strangers.household, 'line'));
    expect(await place('operator', 'doorNote')).toBeNull();
  });

  it('hide from operators what a credential claims, unless its type shows it', async () => {
    const overseen = { credential: strange.credential };
    expect(await read('operator', 'OverseenCredential', 'issuedBy', overseen)).toBeNull();

    await api.sql('update credential_type set operators_see_claims = true where id = $1', [strange.credential.type]);

    expect(await read('operator', 'OverseenCredential', 'issuedBy', overseen)).toBe(
      secretOf(scene.strangers.provider, 'issuer'),
    );
    expect(await read('operator', 'OverseenCredential', 'validFrom', overseen)).toBe('2026-01-01');
  });

  it('keep who assigned a course from the provider who is to take it', async () => {
    const { provider } = personOf(scene, 'provider');
    const assignment = { provider: provider?.id, assignedBy: personOf(scene, 'operator').account.id };

    expect(await read('provider', 'CourseAssignment', 'assignedBy', assignment)).toBeNull();
    expect(await read('operator', 'CourseAssignment', 'assignedBy', assignment)).toBe('Ann Miller');
  });

  it('name to auditors who did something to a credential, and to nobody else', async () => {
    const transition = {
      credential: strange.credential.id,
      to: 'APPROVED',
      actor: scene.strangers.household.account.id,
      actorRole: 'AUDITOR',
    };

    expect(await read('auditor', 'CredentialTransition', 'actorName', transition)).toBe('Strange Household');
    await api.sql('update provider set account_id = $1 where id = $2', [
      personOf(scene, 'household').account.id,
      scene.strangers.provider.provider.id,
    ]);
    expect(await read('household', 'CredentialTransition', 'actorName', transition)).toBeNull();
  });
});

describe('a schema', () => {
  const build = (rules: ReadRules): unknown =>
    guardReads(
      buildSchema(
        'type Query { note: Note, box: Box } type Note { text: Text } type Text { words: String } type Box { text: Text }',
      ),
      rules,
    );
  const whole: ReadRules = { Note: { read: () => true }, Text: { partOf: ['Note'] }, Box: 'carries' };

  it.each([
    ['a type has no rule', { Note: { read: () => true }, Text: { partOf: ['Note', 'Box'] } }, 'Box has none'],
    ['a rule has no type', { ...whole, Lid: 'public' }, 'there is no Lid'],
    ['a part is shown elsewhere', whole, 'Text is no part of Box, and text shows it'],
    [
      'a field has a rule and does not exist',
      { ...whole, Text: 'public', Note: { read: 'public', fields: { ink: () => true } } },
      'a read rule of Note is for ink',
    ],
  ] as const satisfies readonly (readonly [string, ReadRules, string])[])(
    'does not come into being where %s',
    (_, rules, problem) => {
      expect(() => build(rules)).toThrow(problem);
    },
  );
});
