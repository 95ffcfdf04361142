import { randomUUID } from 'node:crypto';
import type { UnsealedBooking } from '../../api/modules/bookings/index.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildBooking } from './builders/booking.builder.ts';
import type { BookingOverrides } from './builders/booking.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import type { BuiltProvider } from './builders/provider.builder.ts';
import { put, signedIn } from './evidence-scene.ts';
import type { Person } from './evidence-scene.ts';
import type { UploadOutcome } from './evidence-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

/** A household and a provider with a visit tomorrow. */
export interface Talk {
  readonly household: Person;
  readonly provider: Person;
  readonly row: BuiltProvider;
  readonly booking: UnsealedBooking;
}

export async function buildTalk(api: TestApi, overrides: BookingOverrides = {}): Promise<Talk> {
  const household = await signedIn(api, Role.HOUSEHOLD);
  const provider = await signedIn(api, Role.PROVIDER);
  const row = await buildProvider(api.em, { account: provider.account.id });
  const booking = await buildBooking(api.em, { household: household.account.id, provider: row, ...overrides });
  return { household, provider, row, booking };
}

export interface PhotoView {
  readonly id: string;
  readonly url: string | null;
  readonly width: number;
}

export interface MessageView {
  readonly id: string;
  readonly sequence: number;
  readonly side: string;
  readonly text: string | null;
  readonly masked: boolean;
  readonly isOwn: boolean;
  readonly isReported: boolean;
  readonly authorName: string;
  readonly photos: readonly PhotoView[];
}

export interface MessageOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly message?: MessageView;
}

export interface ConversationView {
  readonly state: string;
  readonly closesAt: string;
  readonly masksContacts: boolean;
  readonly unreadCount: number;
  readonly readTo: number;
  readonly readByOtherSide: number;
  readonly otherName: string;
  readonly side: string;
  readonly messages: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: MessageView }[];
  };
}

const MESSAGE = 'id sequence side text masked isOwn isReported authorName photos { id url width }';
export const SEND_MESSAGE = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  __typename ... on UserError { code said: message } ... on InvalidMessageError { field } ... on MessageSent { message { ${MESSAGE} } } } }`;
const CONVERSATION = `query ($id: ID!, $first: Int = 30, $after: String) { conversation(bookingId: $id) {
  state closesAt masksContacts unreadCount readTo readByOtherSide otherName side
  messages(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${MESSAGE} } } } } }`;

export async function sendMessage(
  client: GraphQLClient,
  bookingId: string,
  text: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<MessageOutcome> {
  const input = { bookingId, text, idempotencyKey: randomUUID(), ...more };
  return (await client.ask<{ sendMessage: MessageOutcome }>(SEND_MESSAGE, { input })).sendMessage;
}

export async function readConversation(
  client: GraphQLClient,
  id: string,
  page: { readonly first?: number; readonly after?: string | null } = {},
): Promise<ConversationView | null> {
  return (await client.ask<{ conversation: ConversationView | null }>(CONVERSATION, { id, ...page })).conversation;
}

export async function markRead(client: GraphQLClient, bookingId: string, sequence: number): Promise<boolean> {
  const mutation = 'mutation ($input: MarkMessagesReadInput!) { markMessagesRead(input: $input) }';
  return (await client.ask<{ markMessagesRead: boolean }>(mutation, { input: { bookingId, sequence } }))
    .markMessagesRead;
}

export async function countUnread(client: GraphQLClient): Promise<number> {
  return (await client.ask<{ viewer: { unreadMessages: number } }>('{ viewer { unreadMessages } }')).viewer
    .unreadMessages;
}

export async function reportMessage(
  client: GraphQLClient,
  messageId: string,
  note: string | null = null,
): Promise<MessageOutcome> {
  const mutation = `mutation ($input: ReportMessageInput!) { reportMessage(input: $input) {
    __typename ... on UserError { code said: message } ... on MessageReported { message { ${MESSAGE} } } } }`;
  const input = { messageId, reason: 'ABUSE', note };
  return (await client.ask<{ reportMessage: MessageOutcome }>(mutation, { input })).reportMessage;
}

async function createPhotoUpload(client: GraphQLClient, bookingId: string, bytes = 1_000): Promise<UploadOutcome> {
  const mutation = `mutation ($input: CreateMessagePhotoUploadInput!) { createMessagePhotoUpload(input: $input) {
    __typename ... on UserError { code message } ... on MessagePhotoUploadCreated { uploadId uploadUrl expiresAt headers { name value } } } }`;
  const input = { bookingId, bytes, contentType: 'image/jpeg' };
  return (await client.ask<{ createMessagePhotoUpload: UploadOutcome }>(mutation, { input })).createMessagePhotoUpload;
}

export interface PhotoOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly photo?: PhotoView;
}

async function finishPhotoUpload(client: GraphQLClient, uploadId: string): Promise<PhotoOutcome> {
  const mutation = `mutation ($id: ID!) { finishMessagePhotoUpload(uploadId: $id) {
    __typename ... on UserError { code message } ... on MessagePhotoAdded { photo { id url width } } } }`;
  return (await client.ask<{ finishMessagePhotoUpload: PhotoOutcome }>(mutation, { id: uploadId }))
    .finishMessagePhotoUpload;
}

/** Announces, sends and finishes a photo. Resolves to its id. */
export async function addPhoto(api: TestApi, person: Person, bookingId: string, content: Buffer): Promise<string> {
  const created = await createPhotoUpload(person.client, bookingId, content.length);
  if (!created.uploadId) throw new Error(`not created: ${created.code}`);
  const status = await put(api, created, content, person);
  if (status !== 204) throw new Error(`not taken: ${status}`);
  const finished = await finishPhotoUpload(person.client, created.uploadId);
  if (!finished.photo) throw new Error(`not added: ${finished.code}`);
  return finished.photo.id;
}
