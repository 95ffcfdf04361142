import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const WRITES_STATUS = /nativeUpdate\(\s*Provider\s*,[^;]*\bstatus\b|update provider set[^`;]*\bstatus\s*=/s;

describe('the status of a provider', () => {
  it('is written in one place only, by the table of transitions', () => {
    const writers = readdirSync('api', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) => WRITES_STATUS.test(readFileSync(join('api', path), 'utf8')));

    expect(writers).toEqual(['modules/providers/move-provider.ts']);
  });
});
