import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const WRITES_STATUS = /nativeUpdate\(\s*Provider\s*,[^;]*\bstatus\b|update provider set[^`;]*\bstatus\s*=/s;

describe('the status of a provider', () => {
  // Whoever has their account erased is taken out of sight, and put back when they stay, without a step of their own.
  it('is written by the table of transitions, and where an account leaves', () => {
    const writers = readdirSync('api', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => WRITES_STATUS.test(readFileSync(join('api', path), 'utf8')));

    expect(writers.sort()).toEqual(['modules/providers/leave-providers.ts', 'modules/providers/move-provider.ts']);
  });
});
