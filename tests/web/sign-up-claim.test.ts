import { beforeEach, describe, expect, it } from 'vitest';
import { takeLinkToken } from '../../web/src/features/account/link-token';
import { keepClaim, keptClaims, resumeSignUp } from '../../web/src/features/account/sign-up-claim';
import { readAccountQuery, roleChange, writeAccountQuery } from '../../web/src/features/account-admin/account-query';

const DAY_MS = 86_400_000;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('what a device keeps of signing up', () => {
  it('is its claims, latest first, where to go on, and what the tab had kept', () => {
    sessionStorage.setItem('doorstep.booking', 'a visit');
    sessionStorage.setItem('elsewhere', 'not ours');
    keepClaim('first', null, 1);
    keepClaim('second', '/book?provider=7', 2);

    expect(keptClaims(3).map(({ claim }) => claim)).toEqual(['second', 'first']);
    expect(keptClaims(3)[0]).toMatchObject({ next: '/book?provider=7', tab: { 'doorstep.booking': 'a visit' } });
    expect(Object.keys(keptClaims(3)[0]!.tab)).toEqual(['doorstep.booking']);
  });

  it('goes on in another tab, without writing over what that one has, and is forgotten', () => {
    sessionStorage.setItem('doorstep.booking', 'a visit');
    sessionStorage.setItem('doorstep.search', 'old');
    keepClaim('claim', null, 1);
    sessionStorage.clear();
    sessionStorage.setItem('doorstep.search', 'new');

    resumeSignUp(keptClaims(2)[0]);

    expect(sessionStorage.getItem('doorstep.booking')).toBe('a visit');
    expect(sessionStorage.getItem('doorstep.search')).toBe('new');
    expect(keptClaims(2)).toEqual([]);
  });

  it('lasts a day, as the link does, and five sign-ups at most', () => {
    for (let index = 0; index < 7; index++) keepClaim(`claim-${index}`, null, index);

    expect(keptClaims(10)).toHaveLength(5);
    expect(keptClaims(DAY_MS + 7)).toEqual([]);
  });

  it.each(['{', '{}', '[1]', 'null'])('is nothing where the storage holds %s', (text) => {
    localStorage.setItem('doorstep.sign-up', text);

    expect(keptClaims(1)).toEqual([]);
  });
});

describe('the token of a link', () => {
  it('is taken from after # and leaves the address bar', () => {
    const shown: string[] = [];
    const history = { state: null, replaceState: (_state: unknown, _title: string, url: string) => shown.push(url) };
    const location = { hash: '#abc.def', pathname: '/verify-email', search: '?x=1' };

    expect(takeLinkToken(location as Location, history as unknown as History)).toBe('abc.def');
    expect(shown).toEqual(['/verify-email?x=1']);
  });
});

describe('the address of the list of accounts', () => {
  it('holds name, role and whether they are kept out, and reads them back', () => {
    const query = { search: 'Ann', role: 'AUDITOR', isBanned: true } as const;

    expect(readAccountQuery(writeAccountQuery(query))).toEqual(query);
    expect(readAccountQuery({ role: 'KING', banned: 'yes' })).toEqual({
      search: undefined,
      role: undefined,
      isBanned: false,
    });
  });

  it('never holds an e-mail address', () => {
    expect(writeAccountQuery({ search: 'ann@example.org', role: undefined, isBanned: false })).toEqual({});
  });
});

describe('roles that were ticked', () => {
  it('are told apart from those the account has', () => {
    expect(roleChange(['HOUSEHOLD', 'OPERATOR'], ['HOUSEHOLD', 'AUDITOR'])).toEqual({
      grant: ['AUDITOR'],
      revoke: ['OPERATOR'],
    });
  });
});
