import type { LocationQuery } from 'vue-router';
import type { CredentialState } from '../../generated/graphql';

export const queueStates = [
  'SUBMITTED',
  'IN_REVIEW',
  'SECOND_REVIEW',
  'THIRD_REVIEW',
] as const satisfies readonly CredentialState[];

export interface QueueQuery {
  typeId: string | undefined;
  state: CredentialState | undefined;
  overdue: boolean;
}

/** What the address asks of the queue; unknown values are left out. */
export function readQueueQuery(query: LocationQuery): QueueQuery {
  const type = query['type'];
  return {
    typeId: typeof type === 'string' && type ? type : undefined,
    state: queueStates.find((state) => state === query['state']),
    overdue: query['overdue'] === '1',
  };
}

/** The same as parts of the address. */
export function writeQueueQuery({ typeId, state, overdue }: QueueQuery): Record<string, string> {
  return { ...(typeId ? { type: typeId } : {}), ...(state ? { state } : {}), ...(overdue ? { overdue: '1' } : {}) };
}

/** Whether anything is left out of the queue. */
export const isFiltered = ({ typeId, state, overdue }: QueueQuery): boolean =>
  typeId !== undefined || state !== undefined || overdue;
