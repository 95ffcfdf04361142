import type { FastifyInstance } from 'fastify';
import { receiveWebhook } from '../modules/payments/index.ts';
import { NOT_FOUND, UNREADABLE, refuse } from './http-refusals.ts';
import type { ContextDependencies } from './request-context-factory.ts';

/** What Stripe tells us, as it came: its signature is over the bytes. Where Stripe is not configured there is nothing. */
export async function addWebhooks(
  app: FastifyInstance,
  { database, clock, stripe }: Pick<ContextDependencies, 'database' | 'clock' | 'stripe'>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    scope.post('/webhooks/stripe', async (request, reply) => {
      if (stripe === null) return refuse(request, reply, 404, NOT_FOUND);
      const { body, headers } = request;
      if (!Buffer.isBuffer(body)) return refuse(request, reply, 400, UNREADABLE);
      const isTaken = await receiveWebhook({ em: database.em.fork(), clock }, stripe, { body, headers });
      return isTaken ? reply.code(204).send() : refuse(request, reply, 400, UNREADABLE);
    });
  });
}
