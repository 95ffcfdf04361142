import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import serveFiles from '@fastify/static';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { asVisitor } from '../platform/database-identity.ts';
import { addFileRoutes } from './file-routes.ts';
import { addGraphQL } from './graphql-host.ts';
import { buildGraphQLSchema } from './graphql-schema.ts';
import { addCertificates } from './http-certificates.ts';
import type { FileSource } from '../platform/files/index.ts';
import { addHealth, addMetrics } from './http-operations.ts';
import { addBodyTimeLimit, addCeiling, addSecurityHeaders } from './http-protection.ts';
import { addWebhooks } from './http-webhooks.ts';
import { answerError, answerUnknownPaths, refuseUnreadable } from './http-refusals.ts';
import { addSubscriptions } from './subscriptions/socket-host.ts';
import type { SocketHostOptions } from './subscriptions/socket-host.ts';

export interface HttpHostOptions extends SocketHostOptions {
  readonly metricsToken: string | null;
  /** What signed addresses of files lead to. */
  readonly fileSources: readonly FileSource[];
  /** Folder of the built web app; left out where only the API is wanted. */
  readonly webRoot: string | null;
}

const BODY_LIMIT_BYTES = 256 * 1024;
/** For a whole request to come in: a file of 10 MB over a poor line. Whatever is smaller has less. */
const REQUEST_LIMIT_MS = 300_000;

/** The HTTP server: GraphQL, the web app, health and metrics. It does not listen yet. */
export async function createHttpHost(options: HttpHostOptions): Promise<FastifyInstance> {
  const { database, logger } = options;
  const onError = answerError(logger);
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_LIMIT_MS,
    trustProxy: options.trustProxy,
    logger: false,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void onError(error, request, reply),
  });
  app.setErrorHandler(onError);
  // A page of another site may send this without being asked; nothing of ours is plain text.
  app.removeContentTypeParser('text/plain');
  await addSecurityHeaders(app, { https: options.secureCookies, uploadOrigin: options.files.uploadOrigin });
  addCeiling(app, options.limits);
  refuseUnreadable(app);
  addBodyTimeLimit(app);
  await app.register(cookie);
  await app.register(compress, { global: true, encodings: ['br', 'gzip'] });
  // After the body has been read: its events come from the socket, which knows no request.
  app.addHook('preHandler', (_request, _reply, done) => asVisitor(done));
  addHealth(app, database);
  addMetrics(app, options.metricsToken);
  addCertificates(app, database, options.site.publicUrl);
  const schema = buildGraphQLSchema(options.pubSub);
  await addGraphQL(app, schema, options);
  addSubscriptions(app, schema, options);
  await addWebhooks(app, options);
  await addFileRoutes(app, options.fileSources, options);
  answerUnknownPaths(app, options.webRoot === null ? null : await addWebApp(app, options.webRoot, options));
  return app;
}

/** Serves the built files. Returns what answers with the page itself, for the addresses that only the web app knows. */
async function addWebApp(
  app: FastifyInstance,
  root: string,
  { logger }: HttpHostOptions,
): Promise<((reply: FastifyReply) => FastifyReply) | null> {
  if (!existsSync(join(root, 'index.html'))) {
    logger.warn({ root }, 'no built web app');
    return null;
  }
  await app.register(serveFiles, {
    root,
    setHeaders: (reply, path) => {
      // Built files carry a hash of their content in their names; the page that names them does not.
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (reply) => reply.header('cache-control', 'no-cache').sendFile('index.html');
}
