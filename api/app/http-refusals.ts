import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { negotiateLocale } from '../kernel/locale.ts';
import { localize } from '../kernel/localized-text.ts';
import type { LocalizedText } from '../kernel/localized-text.ts';
import type { Logger } from '../platform/logger.ts';

export interface Refusal {
  readonly code: string;
  readonly text: LocalizedText;
}

export const TOO_LARGE: Refusal = {
  code: 'BODY_TOO_LARGE',
  text: { en: 'This request is too large.', 'zh-CN': '请求内容过大。' },
};
const WRONG_TYPE: Refusal = {
  code: 'UNSUPPORTED_MEDIA_TYPE',
  text: { en: 'Send this as application/json.', 'zh-CN': '请以 application/json 格式发送。' },
};
export const UNREADABLE: Refusal = {
  code: 'BAD_REQUEST',
  text: { en: 'This request cannot be read.', 'zh-CN': '无法读取该请求。' },
};
export const NOT_FOUND: Refusal = {
  code: 'NOT_FOUND',
  text: { en: 'There is nothing here.', 'zh-CN': '此处没有内容。' },
};
export const RATE_LIMITED: Refusal = {
  code: 'RATE_LIMITED',
  text: { en: 'Too many requests. Try again in a moment.', 'zh-CN': '请求过于频繁，请稍后重试。' },
};
const OURS: Refusal = {
  code: 'INTERNAL_SERVER_ERROR',
  text: { en: 'Something went wrong on our side.', 'zh-CN': '服务器出现问题。' },
};

const BY_STATUS: Readonly<Record<number, Refusal>> = { 404: NOT_FOUND, 413: TOO_LARGE, 415: WRONG_TYPE };

/** Answers what never reached GraphQL in its shape, in words of ours: Fastify's own would repeat the path or the body. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { code, text }: Refusal,
  extensions: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const message = localize(text, negotiateLocale(request.headers['accept-language'], 'en'));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] }));
}

/** Refuses addresses that no database could be asked for, and hosts that are none, before a route reads them. */
export function refuseUnreadable(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const isReadable = URL.canParse(request.url, `http://${request.headers.host ?? 'none'}`);
    return isReadable && !/%00|\0/.test(request.url) ? undefined : refuse(request, reply, 400, UNREADABLE);
  });
}

/** What Fastify itself refuses, and what breaks outside GraphQL. */
export function answerError(
  logger: Logger,
): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return refuse(request, reply, status, BY_STATUS[status] ?? UNREADABLE);
    // Who left before the answer is told nothing, and nothing is wrong.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' && request.raw.socket.destroyed) return reply;
    const reference = randomUUID();
    logger.error({ reference, err: error, route: request.routeOptions.url }, 'unexpected error outside GraphQL');
    return refuse(request, reply, 500, OURS, { reference });
  };
}

/** @param sendPage answers with the web app, where there is one; it knows its own addresses */
export function answerUnknownPaths(
  app: FastifyInstance,
  sendPage: ((reply: FastifyReply) => FastifyReply) | null,
): void {
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      (request.headers.accept ?? '').includes('text/html') &&
      !request.url.startsWith('/assets/');
    return sendPage !== null && wantsPage ? sendPage(reply) : refuse(request, reply, 404, NOT_FOUND);
  });
}
