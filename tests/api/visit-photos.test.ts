import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { METADATA_CANARY, photo, photoWithMetadata } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { readVisit } from '../support/visit-operations.ts';
import { buildVisitScene, minutesIn } from '../support/visit-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock(minutesIn(5)) });
});
afterAll(() => api.close());

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly uploadId?: string;
  readonly uploadUrl?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly photo?: { readonly id: string; readonly url: string; readonly moment: string; readonly takenBy: string };
}

async function announce(client: GraphQLClient, bookingId: string, moment: string, bytes: number): Promise<Outcome> {
  const answer = await client.ask<{ createVisitPhotoUpload: Outcome }>(
    `mutation ($input: CreateVisitPhotoUploadInput!) { createVisitPhotoUpload(input: $input) { __typename
      ... on UserError { code } ... on VisitPhotoUploadCreated { uploadId uploadUrl headers { name value } } } }`,
    { input: { bookingId, moment, contentType: 'image/jpeg', bytes } },
  );
  return answer.createVisitPhotoUpload;
}

async function finish(client: GraphQLClient, id: string): Promise<Outcome> {
  const answer = await client.ask<{ finishVisitPhotoUpload: Outcome }>(
    `mutation ($id: ID!) { finishVisitPhotoUpload(uploadId: $id) { __typename
      ... on UserError { code } ... on VisitPhotoAdded { photo { id url moment takenBy } } } }`,
    { id },
  );
  return answer.finishVisitPhotoUpload;
}

async function add(
  client: GraphQLClient,
  token: string,
  bookingId: string,
  moment: string,
  content: Buffer,
): Promise<Outcome> {
  const created = await announce(client, bookingId, moment, content.length);
  if (created.uploadId === undefined) return created;
  const headers = Object.fromEntries(created.headers!.map(({ name, value }) => [name, value]));
  const sent = await fetch(new URL(created.uploadUrl!, api.url), {
    method: 'PUT',
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: new Uint8Array(content),
  });
  expect(sent.ok).toBe(true);
  return finish(client, created.uploadId);
}

describe('a photo of a visit', () => {
  it('is looked into, drawn anew without what was written into it, and seen by both sides alone', async () => {
    const scene = await buildVisitScene(api);
    const { bookingId, asProvider, begin, household } = scene;
    await begin();
    const token = await api.openSession({ id: scene.provider.account! });

    const added = await add(asProvider, token, bookingId, 'BEFORE', await photoWithMetadata());

    expect(added.photo).toMatchObject({ moment: 'BEFORE', takenBy: 'PROVIDER' });
    const [seen] = (await readVisit(scene.client, bookingId))!.visit.photos;
    const read = async (url: string, session: string): Promise<Response> =>
      fetch(new URL(url, api.url), { headers: { authorization: `Bearer ${session}` } });
    const householdToken = await api.openSession(household);
    const shown = await read(seen!.url, householdToken);
    const content = Buffer.from(await shown.arrayBuffer());
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(content.includes(METADATA_CANARY)).toBe(false);
    // An address is for whoever it was made for.
    const neighbour = await buildNeighbour(api, scene);
    expect((await read(seen!.url, await api.openSession(neighbour.account))).status).toBe(404);
    expect(await finish(asProvider, added.photo!.id)).toMatchObject({ __typename: 'VisitPhotoAdded' });
    expect((await readVisit(scene.client, bookingId))!.visit.photos).toHaveLength(1);
  });

  it('of the work is the provider’s, and evidence either side’s while or after they wait', async () => {
    const scene = await buildVisitScene(api);
    const { bookingId, asProvider, client, byProvider } = scene;
    const content = await photo();
    const token = await api.openSession({ id: scene.provider.account! });

    expect(await announce(asProvider, bookingId, 'BEFORE', 100)).toMatchObject({ code: 'NOT_NOW' });
    expect(await announce(client, bookingId, 'AFTER', 100)).toMatchObject({ code: 'NOT_NOW' });
    api.clock.set(minutesIn(20));
    await byProvider('reportNoShow', { note: 'Nobody opened' });
    expect(await add(asProvider, token, bookingId, 'EVIDENCE', content)).toMatchObject({
      __typename: 'VisitPhotoAdded',
    });
    expect(await announce(client, bookingId, 'EVIDENCE', 100)).toMatchObject({ __typename: 'VisitPhotoUploadCreated' });
  });

  it('is taken only if it is one, of a booking of one’s own, and 20 are the most', async () => {
    const scene = await buildVisitScene(api);
    const { bookingId, asProvider, begin } = scene;
    await begin();
    const token = await api.openSession({ id: scene.provider.account! });
    const neighbour = await buildNeighbour(api, scene);

    expect(await add(asProvider, token, bookingId, 'AFTER', Buffer.from('<svg/>'))).toMatchObject({
      code: 'UNSUPPORTED_TYPE',
    });
    expect(await announce(neighbour.client, bookingId, 'EVIDENCE', 100)).toEqual(
      await announce(neighbour.client, newId(), 'EVIDENCE', 100),
    );
    await api.sql(
      `insert into visit_photo (id, booking_id, moment, taken_by, content_type, file_key, document_key, created_at)
       select gen_random_uuid(), $1, 'AFTER', 'PROVIDER', 'image/jpeg', 'x', '', now() from generate_series(1, 20)`,
      [bookingId],
    );
    expect(await announce(asProvider, bookingId, 'AFTER', 100)).toMatchObject({ code: 'TOO_MANY_PHOTOS' });
  });
});
