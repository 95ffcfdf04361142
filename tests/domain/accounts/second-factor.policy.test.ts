import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Role } from '../../../api/modules/accounts/role.ts';
import {
  canRemoveFactor,
  listMethods,
  mustEnrol,
  needsSecondFactor,
  ruleOf,
} from '../../../api/modules/accounts/second-factor.policy.ts';

const none = { apps: 0, passkeys: 0, recoveryCodes: 0 };
const factors = fc.record({ apps: fc.nat(3), passkeys: fc.nat(3), recoveryCodes: fc.nat(3) });
const staffRole = fc.constantFrom(Role.AUDITOR, Role.OPERATOR, Role.ADMINISTRATOR);
const plainRole = fc.constantFrom(Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS);

describe('the second factor', () => {
  it('is always needed by staff, whatever else they are', () => {
    fc.assert(
      fc.property(staffRole, fc.array(plainRole), factors, (role, others, count) => {
        const account = { roles: [...others, role], isDemo: false };
        expect(needsSecondFactor(account, count)).toBe(true);
        expect(ruleOf(account)).toBe('REQUIRED');
        expect(canRemoveFactor(account, count)).toBe(count.apps + count.passkeys > 1);
      }),
    );
  });

  it('is never needed by the accounts of the demo', () => {
    fc.assert(
      fc.property(staffRole, factors, (role, count) => {
        expect(needsSecondFactor({ roles: [role], isDemo: true }, count)).toBe(false);
        expect(canRemoveFactor({ roles: [role], isDemo: true }, count)).toBe(true);
      }),
    );
  });

  it('is needed by everybody else once they have an app; a passkey alone is another way in', () => {
    fc.assert(
      fc.property(plainRole, factors, (role, count) => {
        expect(needsSecondFactor({ roles: [role], isDemo: false }, count)).toBe(count.apps > 0);
      }),
    );
  });

  it('can be what the account has, and recovery codes only in place of something', () => {
    expect(listMethods({ apps: 1, passkeys: 2, recoveryCodes: 3 })).toEqual([
      'AUTHENTICATOR_APP',
      'PASSKEY',
      'RECOVERY_CODE',
    ]);
    expect(listMethods({ ...none, passkeys: 1 })).toEqual(['PASSKEY']);
    expect(listMethods({ ...none, recoveryCodes: 3 })).toEqual([]);
    expect(mustEnrol({ ...none, recoveryCodes: 3 })).toBe(true);
  });
});
