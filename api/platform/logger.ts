import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { toLoggedError, withoutValues } from './logged-error.ts';

export type { Logger };

/** Properties that nobody should log; should somebody, their values stay out all the same. */
const PERSONAL = [
  'password',
  'token',
  'email',
  'phone',
  'displayName',
  'address',
  'doorNote',
  'note',
  'number',
  'text',
  'variables',
  'input',
  'body',
  'headers',
  'cookie',
  'authorization',
  'ip',
];

/**
 * Structured logs on standard error; standard output stays free for the words of the commands. Personal data never goes in:
 * errors are written without their values, and so is every sentence.
 */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => toLoggedError(error) },
      redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
      hooks: {
        logMethod(parameters, method) {
          const [first, ...rest] = parameters as [unknown, ...unknown[]];
          // Left to itself, pino makes the sentence of an error without one of the error's own words.
          const sentence = rest.length === 0 && typeof first === 'object' ? ['error'] : rest;
          const written = [first instanceof Error ? { err: first } : first, ...sentence].map((one) =>
            typeof one === 'string' ? withoutValues(one) : one,
          );
          method.apply(this, written as Parameters<typeof method>);
        },
      },
    },
    destination,
  );
}
