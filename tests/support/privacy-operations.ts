import { unzipSync } from 'fflate';
import type { GraphQLClient } from './graphql-client.ts';
import type { TestApi } from './test-api.ts';

export interface ExportView {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
  readonly readyAt: string | null;
  readonly expiresAt: string | null;
  readonly parts: readonly {
    readonly id: string;
    readonly number: number;
    readonly bytes: number;
    readonly url: string;
  }[];
}

export interface PrivacyOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly export?: ExportView;
  readonly retryAt?: string;
  readonly erasure?: { readonly requestedAt: string; readonly dueAt: string };
  readonly obstacles?: readonly {
    readonly code: string;
    readonly message: string;
    readonly subjectIds: readonly string[];
  }[];
}

export interface PreviewView {
  readonly obstacles: readonly { readonly code: string; readonly subjectIds: readonly string[] }[];
  readonly kept: readonly string[];
  readonly undoDays: number;
  readonly confirmation: string;
}

const EXPORT = 'id state progress readyAt expiresAt parts { id number bytes url }';
export const EXPORT_MY_DATA = `mutation { exportMyData { __typename ... on UserError { code message } ... on DataExportStarted { export { ${EXPORT} } } ... on ExportRunningError { running: export { ${EXPORT} } } ... on ExportLimitError { retryAt } } }`;
const MY_DATA_EXPORTS = `{ myDataExports { ${EXPORT} } }`;
const ERASE_MY_ACCOUNT =
  'mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) { __typename ... on UserError { code message } ... on ErasureScheduled { erasure { requestedAt dueAt } } ... on ErasureBlockedError { obstacles { code message subjectIds } } } }';
const CANCEL_ERASURE = 'mutation { cancelErasure { __typename ... on UserError { code message } } }';
const ERASURE_PREVIEW = '{ erasurePreview { obstacles { code subjectIds } kept undoDays confirmation } }';

export async function exportMyData(client: GraphQLClient): Promise<PrivacyOutcome> {
  return (await client.ask<{ exportMyData: PrivacyOutcome }>(EXPORT_MY_DATA)).exportMyData;
}

export async function listMyExports(client: GraphQLClient): Promise<readonly ExportView[]> {
  return (await client.ask<{ myDataExports: readonly ExportView[] }>(MY_DATA_EXPORTS)).myDataExports;
}

export async function eraseMyAccount(
  client: GraphQLClient,
  input: { readonly password: string; readonly confirmation: string },
): Promise<PrivacyOutcome> {
  return (await client.ask<{ eraseMyAccount: PrivacyOutcome }>(ERASE_MY_ACCOUNT, { input })).eraseMyAccount;
}

export async function cancelErasure(client: GraphQLClient): Promise<PrivacyOutcome> {
  return (await client.ask<{ cancelErasure: PrivacyOutcome }>(CANCEL_ERASURE)).cancelErasure;
}

export async function previewErasure(client: GraphQLClient): Promise<PreviewView> {
  return (await client.ask<{ erasurePreview: PreviewView }>(ERASURE_PREVIEW)).erasurePreview;
}

/** The data and the files of a zip as it came. */
export interface Unpacked {
  readonly data: Readonly<Record<string, unknown>> & { readonly accountId?: string };
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export function unpack(zip: Uint8Array): Unpacked {
  const { 'data.json': json, ...files } = unzipSync(zip);
  return { files, data: json ? (JSON.parse(Buffer.from(json).toString('utf8')) as Unpacked['data']) : {} };
}

/** Fetches the first part of the newest export. */
export async function fetchExport(
  api: Pick<TestApi, 'url'>,
  client: GraphQLClient,
  headers: Readonly<Record<string, string>>,
): Promise<Unpacked> {
  const [newest] = await listMyExports(client);
  const answer = await fetch(new URL(newest!.parts[0]!.url, api.url), { headers });
  if (answer.status !== 200) throw new Error(`not given: ${answer.status}`);
  return unpack(new Uint8Array(await answer.arrayBuffer()));
}
