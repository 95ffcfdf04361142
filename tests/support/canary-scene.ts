import { randomUUID } from 'node:crypto';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { buildBooking } from './builders/booking.builder.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildCertificate, buildCredential } from './builders/credential.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { Canaries } from './canaries.ts';
import { CANCEL_BOOKING, CONFIRM_BOOKING, HOLD_SLOT } from './booking-operations.ts';
import { CLAIM_CREDENTIAL, DECIDE_CREDENTIAL, SUBMIT_CREDENTIAL } from './credential-operations.ts';
import type { CredentialOutcome } from './credential-operations.ts';
import { ADD_TIME_OFF } from './diary-scene.ts';
import { GraphQLClient } from './graphql-client.ts';
import { createUpload, finishUpload } from './evidence-operations.ts';
import { photo } from './sample-files.ts';
import { signUp } from './account-operations.ts';
import type { TestApi } from './test-api.ts';

export interface CanaryScene {
  readonly accountIds: readonly string[];
  readonly roles: readonly Role[];
  readonly household: GraphQLClient;
  readonly provider: GraphQLClient;
  /** The persons do what they can, with canaries in every text they give. */
  act(): Promise<void>;
  /** They and others read what there is; what was refused. */
  read(): Promise<string[]>;
  /** Requests that fail, each with canaries in it; what they were told. */
  fail(): Promise<string[]>;
}

const HOUR_MS = 3_600_000;

const SAVE_ADDRESS =
  'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { __typename ... on UserError { code message } ... on AddressSaved { address { id } } } }';
const SUBMIT_REVIEW =
  'mutation ($input: SubmitReviewInput!) { submitReview(input: $input) { __typename ... on UserError { code message } } }';
const READS = [
  '{ viewer { id displayName email addresses { id label line doorNote } } }',
  '{ myBookings { edges { node { id note householdName place { line doorNote } transitions { reason } } } } }',
  '{ myCredentials { id number issuedBy evidence { name url } } }',
  '{ auditQueue { edges { node { id number issuedBy } } } }',
  '{ deliveries { edges { node { id recipient body } } } }',
  '{ auditLog { edges { node { id reason } } } }',
];

/** A household with a visit, the provider who comes, and the auditor who looks at the provider's papers. */
export async function buildCanaryScene(api: TestApi, url: string, canaries: Canaries): Promise<CanaryScene> {
  const { em } = api;
  const ofAccount = { phone: canaries.of('account.phone'), displayName: canaries.of('account.display_name') };
  const signedUp = await signUp(new GraphQLClient(url), {
    email: canaries.of('account.email'),
    displayName: canaries.of('account.display_name'),
  });
  const { token, viewer } = signedUp.data!.signUp;
  const bearer = (session: string): GraphQLClient =>
    new GraphQLClient(url, { authorization: `Bearer ${session}`, 'user-agent': canaries.of('session.user_agent') });
  const person = async (role: Role): Promise<{ id: string; client: GraphQLClient }> => {
    const account = await buildAccount(em, { roles: [role], ...(role === Role.PROVIDER ? ofAccount : {}) });
    return { id: account.id, client: bearer(await api.openSession(account)) };
  };
  const [provider, auditor, operator, stranger] = [
    await person(Role.PROVIDER),
    await person(Role.AUDITOR),
    await person(Role.OPERATOR),
    await person(Role.HOUSEHOLD),
  ];
  const household = bearer(token!);
  const row = await buildProvider(em, { account: provider.id });
  const credential = await buildCredential(em, { provider: row.id, state: CredentialState.DRAFT });
  await buildCertificate(em, { provider: row.id, courseCode: 'SAFE_CLEANING' });
  const past = await buildBooking(em, {
    provider: row,
    household: viewer!.id,
    state: BookingState.COMPLETED,
    startsAt: new Date(api.clock.now().getTime() - 5 * HOUR_MS),
    completedAt: new Date(api.clock.now().getTime() - 3 * HOUR_MS),
  });
  const everybody = [
    household,
    provider.client,
    auditor.client,
    operator.client,
    stranger.client,
    new GraphQLClient(url),
  ];
  const addressOf = (changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
    regionId: row.region,
    label: canaries.of('address.label').slice(0, 40),
    line: canaries.of('address.line'),
    district: canaries.of('address.district'),
    doorNote: canaries.of('address.door_note'),
    latitude: Number(canaries.of('booking.latitude')),
    longitude: Number(canaries.of('booking.longitude')),
    ...changes,
  });
  const visit = async (addressId: string, hours: number): Promise<Readonly<Record<string, unknown>>> => {
    const day = new Date(api.clock.now().getTime() + hours * HOUR_MS).toISOString().slice(0, 10);
    const held = await household.ask<{ holdSlot: { booking?: { id: string }; code?: string } }>(HOLD_SLOT, {
      input: {
        providerId: row.id,
        items: [{ itemId: row.items[0]!.id, units: 3 }],
        start: `${day}T10:00:00.000Z`,
        place: { addressId },
        idempotencyKey: randomUUID(),
      },
    });
    if (!held.holdSlot.booking) throw new Error(`not held: ${held.holdSlot.code}`);
    const { confirmBooking } = await household.ask<{ confirmBooking: { booking?: { id: string }; code?: string } }>(
      CONFIRM_BOOKING,
      {
        input: {
          bookingId: held.holdSlot.booking.id,
          paymentMethod: 'sandbox_visa',
          note: canaries.of('booking.note'),
          doorNote: canaries.of('booking.door_note'),
          idempotencyKey: randomUUID(),
        },
      },
    );
    if (!confirmBooking.booking) throw new Error(`not confirmed: ${confirmBooking.code}`);
    return confirmBooking.booking;
  };

  return {
    accountIds: [viewer!.id, provider.id, auditor.id],
    roles: [Role.HOUSEHOLD, Role.PROVIDER, Role.AUDITOR],
    household,
    provider: provider.client,
    act: async () => {
      await api.sql('update account set phone = null where id = $1', [viewer!.id]);
      const saved = await household.ask<{ saveAddress: { address: { id: string } } }>(SAVE_ADDRESS, {
        input: addressOf(),
      });
      await visit(saved.saveAddress.address.id, 48);
      const off = await visit(saved.saveAddress.address.id, 96);
      await household.ask(CANCEL_BOOKING, {
        input: {
          bookingId: off['id'],
          expectedFee: 0,
          reason: canaries.of('booking_transition.reason'),
          idempotencyKey: randomUUID(),
        },
      });
      await household.ask(SUBMIT_REVIEW, {
        input: { bookingId: past.id, rating: 4, text: canaries.of('review.text') },
      });
      await provider.client.ask(ADD_TIME_OFF, {
        input: {
          start: new Date(api.clock.now().getTime() + 300 * HOUR_MS),
          end: new Date(api.clock.now().getTime() + 310 * HOUR_MS),
          reason: canaries.of('time_off.reason'),
        },
      });
      const content = await photo();
      const upload = await createUpload(provider.client, {
        credentialId: credential.id,
        bytes: content.length,
        name: `${canaries.of('evidence.name')}.jpg`,
      });
      await fetch(new URL(upload.uploadUrl!, url), {
        method: 'PUT',
        headers: {
          ...Object.fromEntries(upload.headers!.map(({ name, value }) => [name, value])),
          authorization: `Bearer ${await api.openSession({ id: provider.id })}`,
        },
        body: new Uint8Array(content),
      });
      await finishUpload(provider.client, upload.uploadId!);
      await provider.client.ask(SUBMIT_CREDENTIAL, {
        input: {
          typeId: credential.type,
          credentialId: credential.id,
          number: canaries.of('credential.number').slice(0, 40),
          issuedBy: canaries.of('credential.issued_by'),
          issuedOn: '2026-01-15',
        },
      });
      const { claimCredential } = await auditor.client.ask<{ claimCredential: CredentialOutcome }>(CLAIM_CREDENTIAL, {
        id: credential.id,
      });
      await auditor.client.ask(DECIDE_CREDENTIAL, {
        input: {
          credentialId: credential.id,
          decision: 'REJECT',
          reasonCode: 'UNREADABLE',
          note: canaries.of('credential_decision.note'),
          version: claimCredential.credential!.version,
        },
      });
    },
    read: async () => {
      const answers = await Promise.all(
        everybody.flatMap((client) => READS.map((query) => client.send<Record<string, unknown>>(query))),
      );
      return answers.flatMap(({ errors }) => errors.map((error) => JSON.stringify(error)));
    },
    fail: () => failures(api, url, canaries, { household, addressOf }),
  };
}

interface FailingScene {
  readonly household: GraphQLClient;
  addressOf(changes?: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** Input that is refused at each layer, and a database that breaks in the middle of a write. */
async function failures(
  api: TestApi,
  url: string,
  canaries: Canaries,
  { household, addressOf }: FailingScene,
): Promise<string[]> {
  const told: string[] = [];
  const send = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    const { body } = await household.send(query, variables);
    told.push(body);
  };
  const line = canaries.of('address.line');
  await send(SAVE_ADDRESS, { input: addressOf({ line: line.repeat(20) }) });
  await send(SAVE_ADDRESS, { input: addressOf({ latitude: line }) });
  await send(SAVE_ADDRESS, { input: addressOf({ regionId: line }) });
  await send(SAVE_ADDRESS, { input: addressOf({ [line]: 1 }) });
  await send(SAVE_ADDRESS, { input: addressOf({ line: `${line}\0` }) });
  await send(`{ booking(id: "${canaries.of('booking.note')}") { id ${'note '.repeat(3)} } }`);
  await send(`{ viewer { ${line.replaceAll('-', '_')} } }`);
  await send(`{ viewer { id } } # ${line} }`);
  await send(
    'mutation ($email: String!) { signIn(input: { email: $email, password: $email }) { __typename ... on UserError { code message } } }',
    {
      email: canaries.of('account.email'),
    },
  );
  const raw = async (path: string, init: RequestInit): Promise<void> => {
    const answer = await fetch(`${url}${path}`, init);
    told.push(`${answer.status} ${await answer.text()}`);
  };
  await raw(`/files/${line}`, {});
  await raw(`/uploads/${line}`, { method: 'PUT', body: line, headers: { 'content-type': 'image/jpeg' } });
  await raw('/graphql', {
    method: 'POST',
    body: `{"query": "${line}`,
    headers: { 'content-type': 'application/json' },
  });
  await raw(`/${line}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${line}`, cookie: `doorstep_session=${line}` },
  });
  await api.sql('alter table address add constraint address_guard check (district is null) not valid');
  await send(SAVE_ADDRESS, { input: addressOf() });
  await api.sql('alter table address drop constraint address_guard');
  await api.sql('alter table booking rename to booking_gone');
  await send('{ myBookings { edges { node { id note } } } }');
  await api.sql('alter table booking_gone rename to booking');
  return told;
}
