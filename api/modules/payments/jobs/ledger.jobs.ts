import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { advanceCheckpoints } from '../ledger/ledger.queries.ts';
import { ADVANCE_CHECKPOINTS } from './ledger-topics.ts';

export const ledgerJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: ADVANCE_CHECKPOINTS,
    payload: z.object({}),
    handle: ({ em }) => advanceCheckpoints(em),
  }),
];
