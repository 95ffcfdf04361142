import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { RequestContext } from '../platform/request-context.ts';
import { admitOperation } from './document-limits/admit-operation.ts';
import { documentRules } from './document-limits/document-rules.ts';
import { DocumentCache } from './document-cache.ts';
import { maskErrors } from './error-masking.ts';
import { createContextFactory } from './request-context-factory.ts';
import type { ContextDependencies } from './request-context-factory.ts';

export interface GraphQLHostOptions extends ContextDependencies {
  readonly introspection: boolean;
}

export const MOST_TOKENS = 5_000;

/** What a document must keep to beyond the specification, over HTTP and over sockets alike. */
export function listDocumentRules(introspection: boolean): ValidationRule[] {
  return introspection ? [...documentRules] : [...documentRules, NoSchemaIntrospectionCustomRule];
}

/** Queries and mutations by HTTP. */
export async function addGraphQL(
  app: FastifyInstance,
  schema: GraphQLSchema,
  options: GraphQLHostOptions,
): Promise<void> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: options.introspection,
    validationRules: listDocumentRules(options.introspection),
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: new DocumentCache(),
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: maskErrors(options.logger),
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app), admission],
    stopOnTerminationSignals: false,
    logger: options.logger,
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST'],
    context: createContextFactory(options),
  });
}

/** Costs and rates depend on variables and on who asks, so they are looked at between validation and execution. */
const admission: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, schema, document, operation, request }) => {
      const variables = request.variables ?? {};
      if (operation) await admitOperation(contextValue, { schema, document, operation, variables });
    },
  }),
};
