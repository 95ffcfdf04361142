import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import serveFiles from '@fastify/static';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { asVisitor } from '../platform/database-identity.ts';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { RequestContext } from '../platform/request-context.ts';
import { DepthRule, KnownOperationRule } from './document-rules.ts';
import { maskErrors } from './error-masking.ts';
import { buildGraphQLSchema } from './graphql-schema.ts';
import { createContextFactory } from './request-context-factory.ts';
import type { ContextDependencies } from './request-context-factory.ts';

export interface HttpHostOptions extends ContextDependencies {
  readonly introspection: boolean;
  readonly trustProxy: boolean;
  /** Folder of the built web app; left out where only the API is wanted. */
  readonly webRoot: string | null;
}

const MOST_TOKENS = 5_000;
const BODY_LIMIT_BYTES = 256 * 1024;

/** The HTTP server: GraphQL, the web app, health and metrics. It does not listen yet. */
export async function createHttpHost(options: HttpHostOptions): Promise<FastifyInstance> {
  const { database, logger } = options;
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: options.trustProxy,
    logger: false,
    forceCloseConnections: true,
  });
  await app.register(cookie);
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: [`'self'`],
        scriptSrc: [`'self'`],
        styleSrc: [`'self'`, `'unsafe-inline'`],
        imgSrc: [`'self'`, 'data:', 'blob:'],
        fontSrc: [`'self'`, 'data:'],
        connectSrc: [`'self'`],
        frameAncestors: [`'none'`],
        objectSrc: [`'none'`],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  // After the body has been read: its events come from the socket, which knows no request.
  app.addHook('preHandler', (_request, _reply, done) => asVisitor(done));
  addHealth(app, database);
  addMetrics(app);
  await addGraphQL(app, options);
  if (options.webRoot !== null) await addWebApp(app, options.webRoot, logger);
  return app;
}

function addHealth(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await database.em.fork().execute('select 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'no database' });
    }
  });
}

function addMetrics(app: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}

async function addGraphQL(app: FastifyInstance, options: HttpHostOptions): Promise<void> {
  const apollo = new ApolloServer<RequestContext>({
    schema: buildGraphQLSchema(),
    introspection: options.introspection,
    validationRules: [
      DepthRule,
      KnownOperationRule,
      ...(options.introspection ? [] : [NoSchemaIntrospectionCustomRule]),
    ],
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: maskErrors(options.logger),
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app)],
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

async function addWebApp(app: FastifyInstance, root: string, logger: Logger): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) {
    logger.warn({ root }, 'no built web app');
    return;
  }
  await app.register(serveFiles, {
    root,
    setHeaders: (reply, path) => {
      // Built files carry a hash of their content in their names; the page that names them does not.
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      (request.headers.accept ?? '').includes('text/html') &&
      !request.url.startsWith('/assets/');
    if (!wantsPage) return reply.code(404).send({ error: 'not found' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
