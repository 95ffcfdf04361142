import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredentialType } from '../support/builders/credential.builder.ts';
import { submitCredential } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const FIELDS = `id code name highRisk validityMonths numberFormats publicBadge operatorsSeeClaims version
  texts { name { en zhCN } evidenceKinds { code required } }`;
const SAVE = `mutation ($input: SaveCredentialTypeInput!) { saveCredentialType(input: $input) { __typename ... on UserError { code message }
  ... on InvalidCredentialTypeError { field } ... on CredentialTypeSaved { type { ${FIELDS} } } } }`;
const HISTORY = `query ($id: ID!) { credentialTypeHistory(typeId: $id) { version name editorName changedFields } }`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly type?: { readonly id: string; readonly version: number };
}

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR], displayName: 'Sam Reid' }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

let codes = 0;
function wish(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  codes += 1;
  return {
    code: `FOOD_SAFETY_${codes}`,
    name: { en: ' Food safety ', zhCN: '食品安全' },
    description: { en: 'Handles food safely.', zhCN: '安全处理食品。' },
    highRisk: false,
    validityMonths: 36,
    numberFormats: ['FS-####'],
    evidenceKinds: [{ code: 'FRONT', name: { en: 'Front', zhCN: '正面' }, required: true }],
    publicBadge: true,
    operatorsSeeClaims: false,
    ...overrides,
  };
}

const save = async (input: object): Promise<Outcome> =>
  (await operator.ask<{ saveCredentialType: Outcome }>(SAVE, { input })).saveCredentialType;

describe('saveCredentialType', () => {
  it('adds a type, edits it, and keeps what was', async () => {
    const input = wish();
    const added = await save(input);
    expect(added).toMatchObject({
      __typename: 'CredentialTypeSaved',
      type: {
        code: input['code'],
        name: 'Food safety',
        version: 1,
        texts: { name: { zhCN: '食品安全' }, evidenceKinds: [{ code: 'FRONT', required: true }] },
      },
    });

    const { id } = added.type!;
    const edited = await save({ ...input, id, version: 1, highRisk: true, validityMonths: null });

    expect(edited).toMatchObject({ type: { id, highRisk: true, validityMonths: null, version: 2 } });
    expect(await operator.ask<object>(HISTORY, { id })).toEqual({
      credentialTypeHistory: [
        { version: 2, name: 'Food safety', editorName: 'Sam Reid', changedFields: ['highRisk', 'validityMonths'] },
        { version: 1, name: 'Food safety', editorName: 'Sam Reid', changedFields: [] },
      ],
    });
    expect(await api.sql('select action from audit_entry where subject_id = $1', [id])).toHaveLength(2);
  });

  it('wants a proof of who it is that is younger than ten minutes', async () => {
    api.clock.advanceMinutes(11);

    await expect(save(wish())).rejects.toMatchObject({ code: 'REAUTHENTICATION_REQUIRED' });
  });

  it('of two edits at once keeps one', async () => {
    const input = wish();
    const { id } = (await save(input)).type!;

    const outcomes = await Promise.all([
      save({ ...input, id, version: 1, highRisk: true }),
      save({ ...input, id, version: 1, validityMonths: 6 }),
    ]);

    expect(outcomes.map(({ code }) => code ?? 'saved').sort()).toEqual(['CHANGED', 'saved']);
  });

  it.each([
    { changes: { code: 'food' }, code: 'CODE_INVALID', field: 'code' },
    { changes: { numberFormats: ['fixed'] }, code: 'FORMAT_INVALID', field: 'numberFormats' },
    { changes: { name: { en: 'Food', zhCN: ' ' } }, code: 'NAME_INVALID', field: 'name' },
    { changes: { description: { en: '', zhCN: '无' } }, code: 'DESCRIPTION_INVALID', field: 'description' },
    {
      changes: { evidenceKinds: [1, 2].map(() => ({ code: 'A', name: { en: 'A', zhCN: '甲' }, required: true })) },
      code: 'EVIDENCE_TWICE',
      field: 'evidenceKinds',
    },
    { changes: { id: NOTHING, version: 1 }, code: 'UNKNOWN', field: 'id' },
    { changes: { id: 'nonsense', version: 1 }, code: 'UNKNOWN', field: 'id' },
  ])('refuses $changes', async ({ changes, code, field }) => {
    expect(await save(wish(changes))).toMatchObject({ __typename: 'InvalidCredentialTypeError', code, field });
  });

  it('keeps codes apart and as they are', async () => {
    const input = wish();
    const { id } = (await save(input)).type!;

    expect(await save({ ...wish(), code: input['code'] })).toMatchObject({ code: 'CODE_TAKEN' });
    expect(await save({ ...wish(), id, version: 1 })).toMatchObject({ code: 'CODE_FIXED' });
  });

  it('lets only numbers in that have one of its formats', async () => {
    const { asOwner } = await buildSubmitted(api);
    const type = await buildCredentialType(api.em, { numberFormats: ['FS-####'] });

    expect(await submitCredential(asOwner, { typeId: type.id, number: 'FS-12' })).toMatchObject({
      __typename: 'InvalidCredentialError',
      code: 'NUMBER_FORMAT',
      field: 'number',
    });
    expect((await submitCredential(asOwner, { typeId: type.id, number: 'FS-1234' })).__typename).toBe(
      'CredentialSubmitted',
    );
  });

  it.each([
    ['saveCredentialType', SAVE, { input: wish() }],
    ['credentialTypeHistory', HISTORY, { id: NOTHING }],
  ])('%s is for operators alone', async (_name, document, variables) => {
    expect((await api.visitor().send(document, variables)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of Object.values(Role)) {
      const client = await api.as(await buildAccount(api.em, { roles: [role] }));
      const code = (await client.send(document, variables)).errors[0]?.extensions.code;
      expect(code).toBe(role === Role.OPERATOR ? undefined : 'FORBIDDEN');
    }
  });
});
