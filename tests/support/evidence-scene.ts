import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import type { UnsealedCredential } from '../../api/modules/qualifications/index.ts';
import { buildAccount } from './builders/account.builder.ts';
import { buildCredential } from './builders/credential.builder.ts';
import { buildProvider } from './builders/provider.builder.ts';
import { createUpload, finishUpload } from './evidence-operations.ts';
import type { EvidenceView, UploadOutcome } from './evidence-operations.ts';
import type { GraphQLClient } from './graphql-client.ts';
import { photo } from './sample-files.ts';
import type { TestApi } from './test-api.ts';

/** Somebody who can sign in, by GraphQL and by plain HTTP. */
export interface Person {
  readonly account: UnsealedAccount;
  readonly client: GraphQLClient;
  readonly headers: Readonly<Record<string, string>>;
}

export async function signedIn(api: TestApi, role: Role): Promise<Person> {
  const account = await buildAccount(api.em, { roles: [role] });
  const headers = { authorization: `Bearer ${await api.openSession(account)}` };
  return { account, headers, client: api.visitor(headers) };
}

export interface Draft {
  readonly owner: Person;
  readonly credential: UnsealedCredential;
}

/** A credential of a provider who can sign in, not handed in unless the overrides say otherwise. */
export async function buildDraft(api: TestApi, overrides: Partial<UnsealedCredential> = {}): Promise<Draft> {
  const owner = await signedIn(api, Role.PROVIDER);
  const provider = await buildProvider(api.em, { account: owner.account.id });
  const credential = await buildCredential(api.em, {
    provider: provider.id,
    state: CredentialState.DRAFT,
    ...overrides,
  });
  return { owner, credential };
}

/** PUTs a body to the address as the browser would. Resolves to the status. */
export async function put(
  api: TestApi,
  { uploadUrl, headers }: UploadOutcome,
  body: Buffer,
  as: Person | null,
): Promise<number> {
  const answer = await fetch(new URL(uploadUrl!, api.url), {
    method: 'PUT',
    headers: { ...Object.fromEntries(headers!.map(({ name, value }) => [name, value])), ...as?.headers },
    body: new Uint8Array(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Announces and sends a file; it is not finished. Resolves to the upload's id. */
export async function upload(
  api: TestApi,
  { owner, credential }: Draft,
  content: Buffer,
  input: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const created = await createUpload(owner.client, { credentialId: credential.id, bytes: content.length, ...input });
  if (!created.uploadId) throw new Error(`not created: ${created.code}`);
  const status = await put(api, created, content, owner);
  if (status !== 204) throw new Error(`not taken: ${status}`);
  return created.uploadId;
}

/** A photo that belongs to the credential. */
export async function addPhoto(
  api: TestApi,
  draft: Draft,
  input: Readonly<Record<string, unknown>> = {},
): Promise<EvidenceView> {
  const outcome = await finishUpload(draft.owner.client, await upload(api, draft, await photo(), input));
  if (!outcome.evidence) throw new Error(`not added: ${outcome.code}`);
  return outcome.evidence;
}
