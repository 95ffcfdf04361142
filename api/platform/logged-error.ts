/** What the log keeps of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** SQLSTATE, or what Node or a package calls it. */
  readonly code?: string;
  /** Of PostgreSQL's refusal: which rule, not which values. */
  readonly constraint?: string;
  readonly table?: string;
  readonly stack?: readonly string[];
  readonly cause?: LoggedError;
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 4;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const NAME = /^[\w.:-]{1,60}$/;

/**
 * An error without what people typed: PostgreSQL, MikroORM and parsers repeat statements, rows and texts in their messages.
 * What is left says what kind of thing broke, where in the code, and on which rule of the database.
 */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)) };
  const code = nameOf(error, 'code');
  const constraint = nameOf(error, 'constraint');
  const table = nameOf(error, 'table');
  const cause = error.cause ?? nested(error);
  return {
    type: error.constructor.name,
    message: messageOf(error, code),
    ...(code === null ? {} : { code }),
    ...(constraint === null ? {} : { constraint }),
    ...(table === null ? {} : { table }),
    stack: framesOf(error),
    ...(cause instanceof Error && cause !== error && depth < MOST_CAUSES
      ? { cause: toLoggedError(cause, depth + 1) }
      : {}),
  };
}

/** A sentence without quoted texts, addresses of people, long numbers and bytes: it may have been made of somebody's words. */
export function withoutValues(sentence: string): string {
  return sentence
    .split('\n', 1)
    .join('')
    .slice(0, 500)
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replaceAll(/[^\s@]+@[^\s@]+/g, '…')
    .replaceAll(/\+?\d[\d\s().-]{5,}\d/g, '…');
}

function messageOf(error: Error, code: string | null): string {
  if (code !== null && SQLSTATE.test(code)) return `PostgreSQL answered ${code}`;
  if (error instanceof SyntaxError) return 'a text that does not parse';
  return withoutValues(error.message);
}

/** The first lines of a stack repeat the message, so only lines that are places are kept. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*(?:[/\\][^/\\]+:\d+:\d+\)?|<anonymous>\)?)$/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}

function nameOf(error: object, property: string): string | null {
  const value: unknown = Reflect.get(error, property);
  return typeof value === 'string' && NAME.test(value) ? value : null;
}

function nested(error: object): unknown {
  return Reflect.get(error, 'previous') ?? Reflect.get(error, 'originalError');
}
