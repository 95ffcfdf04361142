import type { GraphQLAnswer, GraphQLClient } from './graphql-client.ts';

export interface AuditEntryAnswer {
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorRoles: readonly string[];
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly reason: string | null;
  readonly ipClass: string | null;
  readonly requestReference: string | null;
  readonly seq: number | null;
  readonly isVeiled: boolean;
}

export interface AuditLogAnswer {
  readonly auditLog: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: AuditEntryAnswer }[];
  };
}

const AUDIT_LOG = /* GraphQL */ `
  query AuditLog($subjectId: ID, $filter: AuditLogFilter, $first: Int, $after: String) {
    auditLog(subjectId: $subjectId, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          actorKind
          actorId
          actorName
          actorRoles
          action
          subjectType
          subjectId
          beforeHash
          afterHash
          reason
          ipClass
          requestReference
          seq
          isVeiled
        }
      }
    }
  }
`;

const CHAIN_STATUS = /* GraphQL */ `
  query ChainStatus {
    auditChainStatus {
      links
      linkedAt
      waiting
      isStuck
      lastRootDay
      actions
    }
  }
`;

const VERIFY = /* GraphQL */ `
  mutation Verify($days: Int!) {
    verifyAuditLog(days: $days) {
      __typename
      ... on AuditLogVerdict {
        complete
        links
        roots
        lastSeq
        soundUntil
        waiting
        headCompared
        finding {
          fault
          seq
          entryId
          at
          explanation
        }
      }
      ... on UserError {
        code
        message
      }
      ... on TooManyVerificationsError {
        retryAfterSeconds
      }
    }
  }
`;

export async function readLog(
  client: GraphQLClient,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<GraphQLAnswer<AuditLogAnswer>> {
  return client.send(AUDIT_LOG, variables);
}

export async function readChainStatus(
  client: GraphQLClient,
): Promise<GraphQLAnswer<{ auditChainStatus: Record<string, unknown> }>> {
  return client.send(CHAIN_STATUS);
}

export async function verifyLog(
  client: GraphQLClient,
  days = 7,
): Promise<GraphQLAnswer<{ verifyAuditLog: Record<string, unknown> }>> {
  return client.send(VERIFY, { days });
}
