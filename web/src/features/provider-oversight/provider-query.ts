import type { LocationQuery } from 'vue-router';
import type { ProviderListSort, ProviderStatus } from '../../generated/graphql';

export const providerStatuses = [
  'APPLICANT',
  'ACTIVE',
  'PAUSED',
  'SUSPENDED',
  'LEFT',
] as const satisfies readonly ProviderStatus[];

const providerSorts = [
  'WAITING',
  'JOINED',
  'NAME',
  'LEVEL',
  'VISITS',
  'RATING',
] as const satisfies readonly ProviderListSort[];

export interface ProvidersQuery {
  status: ProviderStatus | undefined;
  regionId: string | undefined;
  name: string | undefined;
  waiting: boolean;
  sort: ProviderListSort;
  descending: boolean;
}

/** Names are read from A, everything else from the most. */
export const startsDescending = (sort: ProviderListSort): boolean => sort !== 'NAME';

/** What the address asks for; unknown values are left out. */
export function readProvidersQuery(query: LocationQuery): ProvidersQuery {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
  const sort = providerSorts.find((known) => known === query['sort']) ?? 'WAITING';
  return {
    status: providerStatuses.find((known) => known === query['status']),
    regionId: text(query['region']),
    name: text(query['name'])?.slice(0, 80),
    waiting: query['waiting'] === '1',
    sort,
    descending: query['order'] === 'desc' || (query['order'] !== 'asc' && startsDescending(sort)),
  };
}

/** The same as parts of the address, without what is so anyway. */
export function writeProvidersQuery(asked: ProvidersQuery): Record<string, string> {
  const { status, regionId, name, waiting, sort, descending } = asked;
  return {
    ...(status ? { status } : {}),
    ...(regionId ? { region: regionId } : {}),
    ...(name ? { name } : {}),
    ...(waiting ? { waiting: '1' } : {}),
    ...(sort === 'WAITING' ? {} : { sort }),
    ...(descending === startsDescending(sort) ? {} : { order: descending ? 'desc' : 'asc' }),
  };
}

/** Whether it shows less than all. */
export function isFiltered({ status, regionId, name, waiting }: ProvidersQuery): boolean {
  return waiting || [status, regionId, name].some((value) => value !== undefined);
}

/** Colour of a status's chip. */
export function statusTone(status: ProviderStatus): string {
  const tones: Readonly<Record<ProviderStatus, string>> = {
    APPLICANT: 'chip--warm',
    ACTIVE: 'chip--ok',
    PAUSED: 'chip--warn',
    SUSPENDED: 'chip--bad',
    LEFT: '',
  };
  return tones[status];
}

/** What an operator can decide about somebody of that status. */
export type DecisionAct = 'APPROVE' | 'DECLINE' | 'SUSPEND' | 'UPHOLD' | 'REINSTATE';

/** The decisions that are open, the one that is asked for first. */
export function openDecisions(status: ProviderStatus, isWaiting: boolean): DecisionAct[] {
  if (status === 'APPLICANT') return isWaiting ? ['APPROVE', 'DECLINE'] : [];
  if (status === 'SUSPENDED') return isWaiting ? ['REINSTATE', 'UPHOLD'] : ['REINSTATE'];
  return status === 'LEFT' ? [] : ['SUSPEND'];
}
