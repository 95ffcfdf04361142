import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import type { Logger } from '../platform/logger.ts';
import { describeDocumentProblem, describeVariableProblem } from './variable-problem.ts';

/** Codes whose messages were written for the person who asks. */
const OURS = new Set(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'REAUTHENTICATION_REQUIRED', 'FORBIDDEN', 'RATE_LIMITED']);
/** What our own errors tell beside their code. */
const TOLD = ['field', 'retryAfterSeconds', 'secondFactor'] as const;
/** Codes that GraphQL itself gives for documents it cannot run; their messages speak of the document only. */
const OF_THE_DOCUMENT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

interface ValidationProblem {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly ValidationProblem[];
}

/** What a client learns of an error: what was meant for it, or a reference under which the log has the rest. */
export function maskErrors(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof ArgumentValidationError) return toBadInput(formatted, cause);
    const variable = describeVariableProblem(error);
    if (variable) {
      return {
        message: variable.message,
        ...place(formatted),
        extensions: { code: 'BAD_USER_INPUT', field: variable.field },
      };
    }
    const named = formatted.extensions?.['code'];
    const code = typeof named === 'string' ? named : '';
    if (OURS.has(code) || OF_THE_DOCUMENT.has(code)) {
      const given = cause instanceof GraphQLError ? cause.extensions : {};
      const told = TOLD.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]] as const]));
      const message = OURS.has(code) ? formatted.message : describeDocumentProblem(formatted.message);
      return { message, ...place(formatted), extensions: { code, ...Object.fromEntries(told) } };
    }
    const reference = randomUUID();
    // Not the path: it is made of aliases, which are the client's words.
    logger.error({ reference, err: cause, field: fieldOf(error) }, 'unexpected error');
    return {
      message: 'Something went wrong on our side.',
      ...place(formatted),
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    };
  };
}

/** Name of the field that broke, as the schema knows it. */
function fieldOf(error: unknown): string | null {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return node?.kind === Kind.FIELD ? node.name.value : null;
}

function place({ path, locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
}

function toBadInput(formatted: GraphQLFormattedError, error: ArgumentValidationError): GraphQLFormattedError {
  const problems = error.extensions.validationErrors as readonly ValidationProblem[];
  const found = firstProblem(problems, 'input');
  return {
    message: found?.message ?? 'This input does not fit.',
    ...place(formatted),
    extensions: { code: 'BAD_USER_INPUT', field: found?.field ?? 'input' },
  };
}

function firstProblem(problems: readonly ValidationProblem[], path: string): { field: string; message: string } | null {
  for (const problem of problems) {
    const field = /^\d+$/.test(problem.property) ? `${path}[${problem.property}]` : `${path}.${problem.property}`;
    const message = Object.values(problem.constraints ?? {})[0];
    if (message) return { field, message };
    const deeper = firstProblem(problem.children ?? [], field);
    if (deeper) return deeper;
  }
  return null;
}
