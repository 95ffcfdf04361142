import { randomUUID } from 'node:crypto';
import type { GraphQLAnswer, GraphQLClient } from './graphql-client.ts';

export interface VisitView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly end: string;
  readonly visitCode: string | null;
  readonly leftUnsafe: boolean;
  readonly canReview: boolean;
  readonly cancellationFee: { readonly amount: number } | null;
  readonly quote: {
    readonly total: { readonly amount: number };
    readonly durationMinutes: number;
    readonly lines: readonly {
      readonly kind: string;
      readonly label: string;
      readonly amount: { readonly amount: number };
    }[];
  };
  readonly items: readonly { readonly durationMinutes: number }[];
  readonly visit: {
    readonly eta: string | null;
    readonly delayedAt: string | null;
    readonly startedAt: string | null;
    readonly positionShared: boolean;
    readonly codeTriesLeft: number;
    readonly closesAt: string | null;
    readonly noShowFrom: string;
    readonly checklist: readonly { readonly label: string; readonly service: string; readonly doneAt: string | null }[];
    readonly photos: readonly {
      readonly id: string;
      readonly moment: string;
      readonly takenBy: string;
      readonly url: string;
    }[];
    readonly extras: readonly {
      readonly id: string;
      readonly state: string;
      readonly label: string;
      readonly minutes: number;
      readonly why: string | null;
      readonly price: { readonly amount: number };
    }[];
    readonly actions: readonly string[];
  };
  readonly transitions: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly actorRole: string;
    readonly reason: string | null;
  }[];
}

/** Any member of the results of the steps of a visit. */
export interface StepOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly booking?: VisitView;
  readonly state?: string;
  readonly from?: string | null;
  readonly triesLeft?: number;
  readonly latestEnd?: string;
  readonly declineCode?: string;
  readonly field?: string;
  readonly reasons?: readonly { readonly code: string }[];
}

const FIELDS = `id state version end visitCode leftUnsafe canReview cancellationFee { amount }
  quote { total { amount } durationMinutes lines { kind label amount { amount } } } items { durationMinutes }
  visit { eta delayedAt startedAt positionShared codeTriesLeft closesAt noShowFrom actions
    checklist { label service doneAt } photos { id moment takenBy url } extras { id state label minutes why price { amount } } }
  transitions { from to actorRole reason }`;

const INPUTS = {
  startTravel: 'StartTravelInput',
  announceDelay: 'AnnounceDelayInput',
  startVisit: 'StartVisitInput',
  confirmArrival: 'VisitInput',
  tickTask: 'TickTaskInput',
  proposeExtra: 'ProposeExtraInput',
  answerExtra: 'AnswerExtraInput',
  finishVisit: 'VisitInput',
  confirmVisit: 'VisitInput',
  reportNoShow: 'ReportNoShowInput',
  leaveUnsafe: 'LeaveUnsafeInput',
} as const;

export type VisitStep = keyof typeof INPUTS;

const FAILURES: Readonly<Partial<Record<VisitStep, string>>> = {
  startVisit: '... on WrongCodeError { triesLeft }',
  proposeExtra:
    '... on TimeNotFreeError { latestEnd } ... on InvalidVisitError { field } ... on NotBookableError { reasons { code } }',
  answerExtra: '... on TimeNotFreeError { latestEnd } ... on PaymentDeclinedError { declineCode }',
};

/** The document of a step, everything it can answer with asked for. */
export function documentOf(step: VisitStep): string {
  return `mutation Step($input: ${INPUTS[step]}!) { ${step}(input: $input) { __typename ... on UserError { code message }
    ... on VisitUpdated { booking { ${FIELDS} } } ... on VisitRefusedError { state from } ${FAILURES[step] ?? ''} } }`;
}

type Input = Readonly<Record<string, unknown>>;

/** Takes a step under a new key, unless one is given. */
export async function take(client: GraphQLClient, step: VisitStep, input: Input): Promise<StepOutcome> {
  const answer = await client.ask<Record<string, StepOutcome>>(documentOf(step), {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  return answer[step]!;
}

/** As `take`, with the errors of the request. */
export async function tryTake(
  client: GraphQLClient,
  step: VisitStep,
  input: Input,
): Promise<GraphQLAnswer<Record<string, StepOutcome>>> {
  return client.send(documentOf(step), { input: { idempotencyKey: randomUUID(), ...input } });
}

export async function readVisit(client: GraphQLClient, id: string): Promise<VisitView | null> {
  return (
    await client.ask<{ booking: VisitView | null }>(`query Visit($id: ID!) { booking(id: $id) { ${FIELDS} } }`, { id })
  ).booking;
}
