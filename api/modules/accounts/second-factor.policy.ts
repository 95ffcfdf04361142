import type { Account } from './account.entity.ts';
import { isStaff } from './role.ts';
import { SecondFactorMethod, SecondFactorRule } from './second-factor-method.ts';

type Subject = Pick<Account, 'roles' | 'isDemo'>;

/** How many of each an account has that can be used now. */
export interface FactorCount {
  readonly apps: number;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** Staff see other people's data and are always asked (S1); the accounts of the demo never are. */
export function ruleOf(account: Subject): SecondFactorRule {
  if (account.isDemo) return SecondFactorRule.SPARED;
  return isStaff(account) ? SecondFactorRule.REQUIRED : SecondFactorRule.OPTIONAL;
}

/**
 * Whether a sign-in needs more than one proof. A passkey alone does not make it so: it is another way in, and whoever adds one
 * must still get in by password where it is not at hand.
 */
export function needsSecondFactor(account: Subject, { apps }: FactorCount): boolean {
  const rule = ruleOf(account);
  return rule === SecondFactorRule.REQUIRED || (rule === SecondFactorRule.OPTIONAL && apps > 0);
}

/** Whether there is nothing yet that could be given. */
export function mustEnrol({ apps, passkeys }: FactorCount): boolean {
  return apps + passkeys === 0;
}

/** What may be given at a sign-in, the most usual first. Recovery codes stand in for something, never for nothing. */
export function listMethods(factors: FactorCount): SecondFactorMethod[] {
  if (mustEnrol(factors)) return [];
  return [
    ...(factors.apps > 0 ? [SecondFactorMethod.AUTHENTICATOR_APP] : []),
    ...(factors.passkeys > 0 ? [SecondFactorMethod.PASSKEY] : []),
    ...(factors.recoveryCodes > 0 ? [SecondFactorMethod.RECOVERY_CODE] : []),
  ];
}

/** Whether one app or passkey may go: staff keep at least one. */
export function canRemoveFactor(account: Subject, { apps, passkeys }: FactorCount): boolean {
  return ruleOf(account) !== SecondFactorRule.REQUIRED || apps + passkeys > 1;
}
