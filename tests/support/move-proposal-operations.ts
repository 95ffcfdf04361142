import type { GraphQLClient } from './graphql-client.ts';

export interface ProposalView {
  readonly id: string;
  readonly proposedBy: string;
  readonly start: string;
  readonly end: string;
  readonly note: string | null;
  readonly term: string;
  readonly status: string;
  readonly expiresAt: string;
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

export interface ProposalOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly state?: string;
  readonly status?: string;
  readonly alternatives?: readonly { readonly start: string }[];
  readonly proposed?: ProposalView;
  readonly answered?: ProposalView;
  readonly withdrawn?: ProposalView;
}

const FIELDS = 'id proposedBy start end note term status expiresAt canAnswer canWithdraw';
const FAILURES = `... on UserError { code message } ... on MoveProposalOverError { status } ... on SlotTakenError { alternatives { start } }`;

const PROPOSE_MOVE = `mutation Propose($input: ProposeMoveInput!) { proposeMove(input: $input) { __typename
  ... on MoveProposed { proposed { ${FIELDS} } } ... on MoveNotProposableError { state } ${FAILURES.replace('... on MoveProposalOverError { status } ', '')} } }`;
const ANSWER_MOVE_PROPOSAL = `mutation Answer($input: AnswerMoveProposalInput!) { answerMoveProposal(input: $input) { __typename
  ... on MoveProposalAnswered { answered { ${FIELDS} } } ${FAILURES} } }`;
const WITHDRAW_MOVE_PROPOSAL = `mutation Withdraw($id: ID!) { withdrawMoveProposal(proposalId: $id) { __typename
  ... on MoveProposalWithdrawn { withdrawn { ${FIELDS} } } ... on UserError { code message } ... on MoveProposalOverError { status } } }`;

export async function proposeMove(
  client: GraphQLClient,
  input: { readonly bookingId: string; readonly start: string; readonly note?: string | null },
): Promise<ProposalOutcome> {
  return (await client.ask<{ proposeMove: ProposalOutcome }>(PROPOSE_MOVE, { input })).proposeMove;
}

export async function answerProposal(
  client: GraphQLClient,
  proposalId: string,
  accept: boolean,
): Promise<ProposalOutcome> {
  const answer = await client.ask<{ answerMoveProposal: ProposalOutcome }>(ANSWER_MOVE_PROPOSAL, {
    input: { proposalId, accept },
  });
  return answer.answerMoveProposal;
}

export async function withdrawProposal(client: GraphQLClient, id: string): Promise<ProposalOutcome> {
  return (await client.ask<{ withdrawMoveProposal: ProposalOutcome }>(WITHDRAW_MOVE_PROPOSAL, { id }))
    .withdrawMoveProposal;
}

export interface ProposalsOfVisit {
  readonly start: string;
  readonly state: string;
  readonly canProposeMove: boolean;
  readonly canReschedule: boolean;
  readonly moveProposal: ProposalView | null;
  readonly moveProposals: readonly ProposalView[];
  readonly transitions: readonly { readonly to: string; readonly actorRole: string; readonly reason: string | null }[];
}

export async function readProposals(client: GraphQLClient, id: string): Promise<ProposalsOfVisit | null> {
  const answer = await client.ask<{ booking: ProposalsOfVisit | null }>(
    `query Proposals($id: ID!) { booking(id: $id) { start state canProposeMove canReschedule moveProposal { ${FIELDS} } moveProposals { ${FIELDS} }
      transitions { to actorRole reason } } }`,
    { id },
  );
  return answer.booking;
}
