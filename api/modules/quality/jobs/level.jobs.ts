import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { recomputeLevels } from '../recompute-levels.ts';

/** Once a day: compute everybody's level afresh: `{ day }`. */
export const RECOMPUTE_LEVELS = 'recompute-levels';

export const levelJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: RECOMPUTE_LEVELS,
    payload: z.object({ day: z.iso.date() }),
    handle: async (context) => recomputeLevels(context),
  }),
];
