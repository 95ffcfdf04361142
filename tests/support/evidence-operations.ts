import type { GraphQLClient } from './graphql-client.ts';

export interface EvidenceView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly url: string;
}

export interface EvidenceOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly evidence?: EvidenceView;
  readonly evidenceId?: string;
}

export interface UploadOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly uploadId?: string;
  readonly uploadUrl?: string;
  readonly expiresAt?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

const FIELDS = 'id kind name contentType bytes sha256 url';

const CREATE_EVIDENCE_UPLOAD = `mutation Create($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) { __typename ... on UserError { code message } ... on EvidenceUploadCreated { uploadId uploadUrl expiresAt headers { name value } } } }`;
const FINISH_EVIDENCE_UPLOAD = `mutation Finish($id: ID!) { finishEvidenceUpload(uploadId: $id) { __typename ... on UserError { code message } ... on EvidenceAdded { evidence { ${FIELDS} } } } }`;
const REMOVE_EVIDENCE = `mutation Remove($id: ID!) { removeEvidence(evidenceId: $id) { __typename ... on UserError { code message } ... on EvidenceRemoved { evidenceId } } }`;

export async function createUpload(
  client: GraphQLClient,
  input: Readonly<Record<string, unknown>>,
): Promise<UploadOutcome> {
  const answer = await client.ask<{ createEvidenceUpload: UploadOutcome }>(CREATE_EVIDENCE_UPLOAD, {
    input: { kind: 'DOCUMENT', name: 'licence.jpg', contentType: 'image/jpeg', ...input },
  });
  return answer.createEvidenceUpload;
}

export async function finishUpload(client: GraphQLClient, id: string): Promise<EvidenceOutcome> {
  return (await client.ask<{ finishEvidenceUpload: EvidenceOutcome }>(FINISH_EVIDENCE_UPLOAD, { id }))
    .finishEvidenceUpload;
}

export async function removeEvidence(client: GraphQLClient, id: string): Promise<EvidenceOutcome> {
  return (await client.ask<{ removeEvidence: EvidenceOutcome }>(REMOVE_EVIDENCE, { id })).removeEvidence;
}

/** Files of a credential as this client sees them; null when it does not see the credential. */
export async function readEvidence(client: GraphQLClient, credentialId: string): Promise<EvidenceView[] | null> {
  const { credential } = await client.ask<{ credential: { evidence: EvidenceView[] } | null }>(
    `query Evidence($id: ID!) { credential(id: $id) { evidence { ${FIELDS} } } }`,
    { id: credentialId },
  );
  return credential?.evidence ?? null;
}
