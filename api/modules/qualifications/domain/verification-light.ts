import type { LocalDate } from '../../../kernel/local-date.ts';
import type { CredentialStateName } from './credential-transitions.ts';

/** What the public page shows: valid; expired or missing; not to be let in (Q7). */
export type Light = 'GREEN' | 'AMBER' | 'RED';

/** What a credential is judged by. */
export interface LitCredential {
  readonly typeCode: string;
  readonly state: CredentialStateName;
  readonly validFrom: LocalDate | null;
  /** Last valid day, inclusive; null: no end. */
  readonly validUntil: LocalDate | null;
}

/** Types without which nobody should be let in, whatever else they hold. */
const MAIN_CODES: readonly string[] = ['IDENTITY', 'BACKGROUND_CHECK'];

/** Whether the credential counts on that local day of the holder's region. */
function counts({ state, validFrom, validUntil }: LitCredential, today: LocalDate): boolean {
  const isApproved = state === 'APPROVED' && validFrom !== null;
  return isApproved && validFrom <= today && (validUntil === null || validUntil >= today);
}

/**
 * The light of one credential, given all credentials of its holder, itself among them: red for whoever is suspended, or was refused in, or
 * lost, their identity or background check and has no other that counts; else green where this one counts.
 */
export function lightOf(
  credential: LitCredential,
  holder: { readonly isSuspended: boolean; readonly credentials: readonly LitCredential[] },
  today: LocalDate,
): Light {
  const hasFailed = MAIN_CODES.some((code) => {
    const ofType = holder.credentials.filter(({ typeCode }) => typeCode === code);
    const isRefused = ofType.some(({ state }) => state === 'REJECTED' || state === 'REVOKED');
    return isRefused && !ofType.some((one) => counts(one, today));
  });
  if (holder.isSuspended || hasFailed) return 'RED';
  return counts(credential, today) ? 'GREEN' : 'AMBER';
}
