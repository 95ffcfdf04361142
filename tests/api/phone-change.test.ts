import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '../support/builders/account.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import {
  confirmPhone,
  figuresOf,
  newPhone,
  requestPhoneChange,
  requestSignInCode,
  signInWithCode,
  wrongFiguresFor,
} from '../support/phone-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_VAULT } from '../support/test-keys.ts';

const REMOVE = 'mutation { removePhone { id phone phoneVerifiedAt } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    environment: { RATE_LIMIT_SCALE: '100', SMS_DAILY_TEXTS: '10000', SMS_DAILY_COST: '100000' },
  });
});
afterAll(() => api.close());

async function askFor(client: GraphQLClient, phone: string): Promise<string> {
  const { data } = await requestPhoneChange(client, phone);
  return data!.requestPhoneChange.requestId!;
}

async function give(client: GraphQLClient, phone: string): Promise<string> {
  const request = await askFor(client, phone);
  return (await confirmPhone(client, request, await figuresOf(request))).data!.confirmPhone.__typename;
}

/** What the account was told, with where it went if not to its own address. */
async function toldTo(id: string): Promise<{ kind: string; recipient: string | null }[]> {
  const rows = await api.sql<{ id: string; kind: string; recipient: never }>(
    'select id, kind, recipient from account_message where account_id = $1 order by id',
    [id],
  );
  return rows.map((row) => ({
    kind: row.kind,
    recipient: TEST_VAULT.open('account_message.recipient', row.id, row.recipient),
  }));
}

const auditOf = async (id: string): Promise<string[]> =>
  (await api.sql<{ action: string }>(`select action from audit_entry where subject_id = $1 order by at, id`, [id])).map(
    ({ action }) => action,
  );

describe('a new number', () => {
  it('is the account’s once it is proven, and signs in from then on', async () => {
    const account = await buildAccount(api.em);
    const client = await api.as(account);
    const phone = newPhone();
    const request = await askFor(client, phone);
    expect(await client.ask('{ viewer { phone } }')).toEqual({ viewer: { phone: null } });

    const { data } = await confirmPhone(client, request, await figuresOf(request));

    expect(data!.confirmPhone).toMatchObject({
      __typename: 'PhoneConfirmed',
      viewer: { id: account.id, phone, phoneVerifiedAt: api.clock.now().toISOString() },
    });
    const asked = (await requestSignInCode(api.visitor(), phone)).data!.requestSignInCode.requestId!;
    const signedIn = await signInWithCode(api.visitor(), asked, await figuresOf(asked));
    expect(signedIn.data!.signInWithCode).toMatchObject({ __typename: 'SignedIn', viewer: { id: account.id } });
    expect(await toldTo(account.id)).toContainEqual({ kind: 'phone-changed', recipient: null });
    expect(await auditOf(account.id)).toEqual(['account.phone-changed']);
  });

  it('takes the place of the old one, which is told and signs nobody in any more', async () => {
    const [old, phone] = [newPhone(), newPhone()];
    const account = await buildAccount(api.em, { phone: old, phoneVerifiedAt: TEST_NOW });
    const pending = (await requestSignInCode(api.visitor(), old)).data!.requestSignInCode.requestId!;

    expect(await give(await api.as(account), phone)).toBe('PhoneConfirmed');

    const told = await toldTo(account.id);
    expect(told).toContainEqual({ kind: 'phone-replaced', recipient: old });
    expect(told).toContainEqual({ kind: 'phone-changed', recipient: null });
    const late = await signInWithCode(api.visitor(), pending, await figuresOf(pending));
    expect(late.data!.signInWithCode.__typename).toBe('InvalidCodeError');
  });

  it('that another account has proven is told of to nobody who has not proven it, and stays with that account', async () => {
    const [phone, free] = [newPhone(), newPhone()];
    const holder = await buildAccount(api.em, { phone, phoneVerifiedAt: TEST_NOW });
    const asker = await buildAccount(api.em);
    const client = await api.as(asker);
    const [taken, other] = [await requestPhoneChange(client, phone), await requestPhoneChange(client, free)];
    expect(Object.keys(taken.data!.requestPhoneChange)).toEqual(Object.keys(other.data!.requestPhoneChange));
    const request = taken.data!.requestPhoneChange.requestId!;
    const wrong = await confirmPhone(client, request, await wrongFiguresFor(request));
    expect(wrong.data!.confirmPhone).toMatchObject({ __typename: 'InvalidCodeError', triesLeft: 4 });

    const proven = await confirmPhone(client, request, await figuresOf(request));

    expect(proven.data!.confirmPhone).toMatchObject({ __typename: 'PhoneTakenError', code: 'PHONE_TAKEN' });
    expect(await client.ask('{ viewer { phone } }')).toEqual({ viewer: { phone: null } });
    expect(await (await api.as(holder)).ask('{ viewer { phone } }')).toEqual({ viewer: { phone } });
    expect(await toldTo(asker.id)).toEqual([]);
  });

  it('that another account only wrote down can be proven by its owner', async () => {
    const phone = newPhone();
    await buildAccount(api.em, { phone });

    expect(await give(await api.as(await buildAccount(api.em)), phone)).toBe('PhoneConfirmed');
  });

  it('goes to one account when two prove it at once', async () => {
    const phone = newPhone();
    const clients = await Promise.all([api.as(await buildAccount(api.em)), api.as(await buildAccount(api.em))]);

    const outcomes = await Promise.all(clients.map((client) => give(client, phone)));

    expect(outcomes.sort()).toEqual(['PhoneConfirmed', 'PhoneTakenError']);
  });

  it('cannot be confirmed by another account, nor by a code for signing in', async () => {
    const account = await buildAccount(api.em);
    const client = await api.as(account);
    const phone = newPhone();
    const request = await askFor(client, phone);
    const stranger = await api.as(await buildAccount(api.em));
    const signIn = (await requestSignInCode(api.visitor(), phone)).data!.requestSignInCode.requestId!;

    const answers = [
      await confirmPhone(stranger, request, await figuresOf(request)),
      await confirmPhone(stranger, '01900000-0000-7000-8000-000000000000', '123456'),
      await confirmPhone(client, signIn, await figuresOf(signIn)),
    ];

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]!.data!.confirmPhone.__typename).toBe('ChallengeExpiredError');
    const other = await signInWithCode(api.visitor(), request, await figuresOf(request));
    expect(other.data!.signInWithCode.__typename).toBe('ChallengeExpiredError');
    expect((await confirmPhone(client, request, await figuresOf(request))).data!.confirmPhone.__typename).toBe(
      'PhoneConfirmed',
    );
  });

  it('is asked for only by whoever proved a short while ago who they are', async () => {
    const client = await api.as(await buildAccount(api.em));
    api.clock.advanceMinutes(11);

    const asked = await requestPhoneChange(client, newPhone());
    const removed = await client.send(REMOVE);
    api.clock.advanceMinutes(-11);

    for (const { errors } of [asked, removed]) expect(errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
  });

  it.each(['requestPhoneChange', 'confirmPhone', 'removePhone'])('is nothing for visitors: %s', async (name) => {
    const visitor = api.visitor();
    const answer =
      name === 'removePhone'
        ? await visitor.send(REMOVE)
        : name === 'confirmPhone'
          ? await confirmPhone(visitor, '01900000-0000-7000-8000-000000000000', '1')
          : await requestPhoneChange(visitor, newPhone());

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('removePhone', () => {
  it('takes the number off, tells it and the e-mail address, and does nothing the second time', async () => {
    const phone = newPhone();
    const account = await buildAccount(api.em, { phone, phoneVerifiedAt: TEST_NOW });
    const client = await api.as(account);

    const removed = { removePhone: { id: account.id, phone: null, phoneVerifiedAt: null } };
    expect(await client.ask(REMOVE)).toEqual(removed);
    expect(await client.ask(REMOVE)).toEqual(removed);

    expect(await toldTo(account.id)).toEqual([
      { kind: 'phone-removed', recipient: null },
      { kind: 'phone-replaced', recipient: phone },
    ]);
    expect(await auditOf(account.id)).toEqual(['account.phone-removed']);
    expect(await give(await api.as(await buildAccount(api.em)), phone)).toBe('PhoneConfirmed');
  });
});
