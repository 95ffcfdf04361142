import { GraphQLError, OperationTypeNode, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLFormattedError, GraphQLSchema, ValidationRule } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { RequestContext } from '../../platform/request-context.ts';
import { admitOperation } from '../document-limits/admit-operation.ts';
import { MOST_TOKENS } from '../graphql-host.ts';

export interface AskedSubscription {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly introspection: boolean;
  readonly context: RequestContext;
}

/** Reads, checks and admits what a socket asks for, by the same rules as HTTP. Returns errors where it may not run. */
export async function readSubscription(
  { query, variables, operationName }: SubscribePayload,
  { schema, rules, introspection, context }: AskedSubscription,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED', introspection)];
    throw error;
  }
  const problems = validate(schema, document, [...specifiedRules, ...rules], { maxErrors: 20 });
  if (problems.length > 0) return problems.map((one) => withCode(one, 'GRAPHQL_VALIDATION_FAILED', introspection));
  const operation = getOperationAST(document, operationName);
  if (!operation) return [refusal('There is no such operation in the document.', 'OPERATION_RESOLUTION_FAILURE')];
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [refusal('Send queries and mutations over HTTP.', 'BAD_REQUEST')];
  }
  try {
    await admitOperation(context, { schema, document, operation, variables: variables ?? {} });
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
  return {
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables ?? null,
    contextValue: context,
  };
}

/** What the client may see of errors that a stage gave. */
export function tellErrors(
  errors: readonly GraphQLError[],
  mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => mask(error.toJSON(), error));
}

function refusal(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Suggestions would tell of names that introspection does not. */
function withCode(error: GraphQLError, code: string, suggestions: boolean): GraphQLError {
  const message = suggestions ? error.message : error.message.replace(/ ?Did you mean [^?]*\?/, '');
  return new GraphQLError(message, { nodes: error.nodes ?? null, source: error.source, extensions: { code } });
}
