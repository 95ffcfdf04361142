import { describe, expect, it } from 'vitest';
import { destinationAfterSignIn } from '../../web/src/features/account/after-sign-in';

describe('after signing in', () => {
  it('somebody returns to where they came from', () => {
    expect(destinationAfterSignIn('/book?provider=7', ['HOUSEHOLD'])).toBe('/book?provider=7');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    undefined,
  ])('%s leads to no other site', (next) => {
    expect(destinationAfterSignIn(next, ['HOUSEHOLD'])).toBe('/');
  });

  it.each([
    ['AUDITOR', '/audit'],
    ['OPERATOR', '/ops/bookings'],
    ['PROVIDER', '/pro'],
    ['ADMINISTRATOR', '/ops/admin'],
  ] as const)('%s begins at %s', (role, path) => {
    expect(destinationAfterSignIn(undefined, ['HOUSEHOLD', role])).toBe(path);
  });
});
