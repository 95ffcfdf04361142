import type { Rows } from '../matrix-rows.ts';

export const qualityRows = {
  levelRules: { for: 'everybody' },
  myLevel: { for: ['provider'] },
} as const satisfies Rows;
