import { describe, expect, it } from 'vitest';
import { readLogQuery, shorten, toLogFilter, writeLogQuery } from '../../web/src/features/audit-log/log-query';

describe('what the log is asked for, in the address bar', () => {
  it('comes back as it was written', () => {
    const asked = { action: 'credential.decided', actor: 'a1', subject: 's1', from: '2027-03-01', to: '2027-03-10' };

    expect(readLogQuery(writeLogQuery(asked) as never)).toEqual(asked);
  });

  it('leaves out days that do not exist, empty texts and what it does not know', () => {
    expect(readLogQuery({ from: 'yesterday', to: '2027-13-01', action: '', page: '3' })).toEqual({});
    expect(writeLogQuery({})).toEqual({});
  });

  it('includes both days', () => {
    const { from, to } = toLogFilter({ from: '2027-03-01', to: '2027-03-01' });

    expect(new Date(to as string).getTime() - new Date(from as string).getTime()).toBe(24 * 3_600_000);
    expect(new Date(from as string)).toEqual(new Date(2027, 2, 1));
  });

  it('asks for everything by an empty filter', () => {
    expect(toLogFilter({ subject: 's1' })).toEqual({});
  });
});

describe('a hash by its ends', () => {
  it('keeps enough to tell two apart, and short texts whole', () => {
    expect(shorten('0123456789abcdef0123')).toBe('01234567…0123');
    expect(shorten('abc')).toBe('abc');
  });
});
