import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger };

/** Structured logs on standard error; standard output stays free for the words of the commands. Personal data never goes in. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
}
