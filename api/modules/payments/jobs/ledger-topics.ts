export const ADVANCE_CHECKPOINTS = 'advance-ledger-checkpoints';
