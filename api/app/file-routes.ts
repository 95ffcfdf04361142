import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FileStoreError, MOST_FILE_BYTES } from '../platform/files/index.ts';
import type { FileSource, OpenedFile } from '../platform/files/index.ts';
import { NOT_FOUND, TOO_LARGE, UNREADABLE, refuse } from './http-refusals.ts';
import type { Refusal } from './http-refusals.ts';
import { createContextFactory } from './request-context-factory.ts';
import type { ContextDependencies } from './request-context-factory.ts';

const STORE_AWAY: Refusal = {
  code: 'FILE_STORE_UNAVAILABLE',
  text: {
    en: 'Files cannot be stored or read at the moment. Try again later.',
    'zh-CN': '暂时无法保存或读取文件，请稍后重试。',
  },
};

/**
 * Takes uploads and gives out files at signed addresses. An address that is made up, has expired or belongs to somebody else
 * answers as one that does not exist.
 */
export async function addFileRoutes(
  app: FastifyInstance,
  sources: readonly FileSource[],
  dependencies: ContextDependencies,
): Promise<void> {
  const contextOf = createContextFactory(dependencies);
  const { files, clock } = dependencies;
  const byName = new Map(sources.map((source) => [source.name, source]));

  await app.register(async (scope) => {
    // The bytes go to the store as they come: nothing is parsed, nothing is held in memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => {
      done(null, body);
    });
    scope.put<{ Params: { '*': string } }>('/uploads/*', { bodyLimit: MOST_FILE_BYTES }, async (request, reply) => {
      const { viewer } = await contextOf(request, reply);
      const ticket = viewer && files.readUploadToken(request.params['*'], viewer.accountId, clock.now());
      if (!ticket) return breakOff(request, reply, 404, NOT_FOUND);
      if (request.headers['content-type'] !== ticket.contentType) return breakOff(request, reply, 400, UNREADABLE);
      try {
        const received = await files.receive(ticket, request.body as Readable);
        if (received === 'too-long') return await breakOff(request, reply, 413, TOO_LARGE);
        return received === 'received' ? await reply.code(204).send() : await refuse(request, reply, 400, UNREADABLE);
      } catch (error) {
        if (error instanceof FileStoreError) return breakOff(request, reply, 503, STORE_AWAY);
        throw error;
      }
    });
  });

  app.get<{ Params: { '*': string } }>('/files/*', async (request, reply) => {
    const context = await contextOf(request, reply);
    const { viewer } = context;
    const ticket = viewer && files.readReadToken(request.params['*'], viewer.accountId, clock.now());
    if (!viewer || !ticket) return refuse(request, reply, 404, NOT_FOUND);
    try {
      const file = await byName.get(ticket.source)?.open(context, viewer, ticket.id);
      return await (file ? sendFile(reply, file) : refuse(request, reply, 404, NOT_FOUND));
    } catch (error) {
      if (error instanceof FileStoreError) return refuse(request, reply, 503, STORE_AWAY);
      throw error;
    }
  });
}

/** Answers before the body has been read, and reads no more of it. */
async function breakOff(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  refusal: Refusal,
): Promise<FastifyReply> {
  return refuse(request, reply.header('connection', 'close'), status, refusal);
}

/**
 * A document can show itself and do nothing else: it has no origin, runs no script and loads nothing, whatever is in it. The
 * sandbox stands in the answer, where it holds for a frame and for a tab of its own alike.
 */
async function sendFile(
  reply: FastifyReply,
  { content, contentType, name, isAttachment }: OpenedFile,
): Promise<FastifyReply> {
  return reply
    .headers({
      'content-type': contentType,
      'content-length': content.length,
      'content-disposition': `${isAttachment ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeName(name)}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(content);
}

function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
