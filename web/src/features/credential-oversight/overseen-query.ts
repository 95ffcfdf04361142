import type { LocationQuery } from 'vue-router';
import type { CredentialState } from '../../generated/graphql';

export const overseenStates = [
  'SUBMITTED',
  'IN_REVIEW',
  'SECOND_REVIEW',
  'THIRD_REVIEW',
  'APPROVED',
  'REJECTED',
  'MORE_INFO',
  'EXPIRED',
  'REVOKED',
] as const satisfies readonly CredentialState[];

export interface OverseenQuery {
  typeId: string | undefined;
  state: CredentialState | undefined;
  name: string | undefined;
  disputed: boolean;
}

/** What the address asks for; unknown values are left out. */
export function readOverseenQuery(query: LocationQuery): OverseenQuery {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
  return {
    typeId: text(query['type']),
    state: overseenStates.find((state) => state === query['state']),
    name: text(query['name'])?.slice(0, 80),
    disputed: query['disputed'] === '1',
  };
}

/** The same as parts of the address. */
export function writeOverseenQuery({ typeId, state, name, disputed }: OverseenQuery): Record<string, string> {
  return {
    ...(typeId ? { type: typeId } : {}),
    ...(state ? { state } : {}),
    ...(name ? { name } : {}),
    ...(disputed ? { disputed: '1' } : {}),
  };
}

/** Colour of a state's chip. */
export function stateTone(state: CredentialState): string {
  if (state === 'APPROVED') return 'chip--ok';
  if (state === 'REVOKED' || state === 'REJECTED') return 'chip--bad';
  return state === 'EXPIRED' || state === 'MORE_INFO' ? 'chip--warn' : '';
}
