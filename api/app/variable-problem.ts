import { GraphQLError } from 'graphql';

export interface VariableProblem {
  /** Path of the input, e.g. `input.start`. */
  readonly field: string;
  readonly message: string;
}

/**
 * What is wrong with a variable, without the value: GraphQL itself repeats all that was sent, which may hold a password.
 * Null for any other error.
 */
export function describeVariableProblem(error: unknown): VariableProblem | null {
  if (error instanceof GraphQLError && error.message.startsWith('Too many errors processing variables')) {
    return { field: 'variables', message: 'Too much of the variables does not fit.' };
  }
  if (!(error instanceof GraphQLError) || !(error.originalError instanceof GraphQLError)) return null;
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(error.message)?.[1];
  if (variable === undefined) return null;
  const reason = error.originalError.message;
  const before = error.message.slice(0, -(reason.length + '; '.length));
  const field = / at "([^"\\]*)"$/.exec(before)?.[1] ?? variable;
  return { field, message: `${field} does not fit: ${withoutValue(reason)}` };
}

/** Built-in scalars and enums end with, or begin with, the value that they refuse. */
function withoutValue(reason: string): string {
  return (
    reason
      .replace(/(cannot represent .*?)(?: value)?: .*$/s, '$1 value.')
      .replace(/^Value ".*" does not exist in (".*" enum)\..*$/s, 'This value does not exist in $1.')
      .replace(/(cannot represent non-\w+ value).*$/s, '$1.')
      // What no field can be called was not meant as the name of one.
      .replace(
        /^Field "(?![_A-Za-z]\w*" is not defined).*" is not defined (by type "\w+")\..*$/s,
        'A field is not defined $1.',
      )
  );
}

/** What is wrong with a document, without its texts and numbers: they may be what belongs into variables, a password too. */
export function describeDocumentProblem(message: string): string {
  return withoutValue(message)
    .replace(/, found (?:"|\{|\[|-?\d).*?(; (?:LocalDate|LocalTime|DateTime) must .*)?$/s, '$1')
    .replace(/\b(String|BlockString|Int|Float|Comment) ".*"/s, '$1')
    .replace(/( escape sequence): .*$/s, '$1.');
}
