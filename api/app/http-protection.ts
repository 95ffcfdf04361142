import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { addressKey } from '../platform/rate-limits.ts';
import type { RateLimit, RateLimits } from '../platform/rate-limits.ts';
import { RATE_LIMITED, refuse } from './http-refusals.ts';

/** What one address may ask in all: as much as two cores can answer, so only floods are held up. */
const CEILING: RateLimit = { name: 'address', points: 5_000, windowSeconds: 10, local: true };

/** For the body of anything but an upload. */
const BODY_LIMIT_MS = 60_000;

/** Devices and sensors that the web app never asks for. */
const PERMISSIONS_POLICY = [
  'accelerometer=()',
  'autoplay=()',
  'camera=()',
  'display-capture=()',
  'geolocation=(self)',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=(self)',
  'publickey-credentials-get=(self)',
  'usb=()',
].join(', ');

/** Headers that keep a browser from doing what the web app never asks of it. */
export async function addSecurityHeaders(
  app: FastifyInstance,
  options: { readonly https: boolean; readonly uploadOrigin: string | null },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'self'`],
        scriptSrc: [`'self'`],
        scriptSrcAttr: [`'none'`],
        styleSrc: [`'self'`, `'unsafe-inline'`],
        imgSrc: [`'self'`, 'data:', 'blob:'],
        fontSrc: [`'self'`, 'data:'],
        connectSrc: [`'self'`, ...(options.uploadOrigin === null ? [] : [options.uploadOrigin])],
        workerSrc: [`'self'`],
        manifestSrc: [`'self'`],
        baseUri: [`'none'`],
        formAction: [`'self'`],
        frameAncestors: [`'none'`],
        objectSrc: [`'none'`],
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY);
  });
}

/** Ends requests whose body drips in: each holds a connection that others want. Uploads have the time of the server. */
export function addBodyTimeLimit(app: FastifyInstance, limitMs = BODY_LIMIT_MS): void {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.method !== 'POST') return;
    const limit = setTimeout(() => raw.destroy(), limitMs);
    raw.once('end', () => clearTimeout(limit));
    raw.once('close', () => clearTimeout(limit));
  });
}

/** Holds up whoever floods the server, before anything of the request is read. Health is always answered. */
export function addCeiling(app: FastifyInstance, limits: RateLimits): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return undefined;
    const wait = await limits.consume(CEILING, addressKey(request.ip));
    if (wait === null) return undefined;
    return refuse(request, reply.header('retry-after', String(wait)), 429, RATE_LIMITED, { retryAfterSeconds: wait });
  });
}
