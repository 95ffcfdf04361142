import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { negotiateLocale } from '../kernel/locale.ts';
import { findViewer } from '../modules/accounts/index.ts';
import type { AuditInspector } from '../platform/audit/audit-inspector.ts';
import type { Database } from '../platform/database.ts';
import type { Files } from '../platform/files/index.ts';
import { Loaders } from '../platform/loaders.ts';
import type { Logger } from '../platform/logger.ts';
import type { PaymentGateway } from '../platform/payment-gateway.ts';
import type { Phones } from '../platform/phone-verification.ts';
import type { RateLimits } from '../platform/rate-limits.ts';
import { asSystem, becomeViewer } from '../platform/database-identity.ts';
import type { Vault } from '../platform/vault.ts';
import type { RequestContext, Site } from '../platform/request-context.ts';

export interface ContextDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Files;
  readonly limits: RateLimits;
  readonly phones: Phones;
  readonly stripe: PaymentGateway | null;
  readonly site: Site;
  readonly logger: Logger;
  readonly auditInspector: AuditInspector;
  /** Whether browsers reach the site by https, so that the cookie may be marked secure. */
  readonly secureCookies: boolean;
}

/** What is read of a request; a subscription makes one up for each of its events. */
export type AskingRequest = Pick<FastifyRequest, 'headers' | 'cookies' | 'ip'>;
export type CookieSetter = Pick<FastifyReply, 'setCookie' | 'clearCookie'>;

const SESSION_COOKIE = 'doorstep_session';

/** Makes what a resolver knows of its request: who asks, in which language, with an entity manager of its own. */
export function createContextFactory({
  database,
  clock,
  vault,
  files,
  limits,
  phones,
  stripe,
  site,
  logger,
  auditInspector,
  secureCookies,
}: ContextDependencies): (request: AskingRequest, reply: CookieSetter) => Promise<RequestContext> {
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
  return async (request, reply) => {
    const em = database.em.fork();
    const token = readToken(request);
    const viewer = token === null ? null : await asSystem(() => findViewer(em, clock, token));
    if (viewer !== null) becomeViewer(viewer);
    return {
      viewer,
      em,
      clock,
      vault,
      files,
      limits,
      phones,
      stripe,
      site,
      logger,
      auditInspector,
      reference: newId(),
      locale: negotiateLocale(request.headers['accept-language'], 'en'),
      loaders: new Loaders(em),
      ip: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
      sessionCookie: {
        set: (value, expires) => void reply.setCookie(SESSION_COOKIE, value, { ...cookieOptions, expires }),
        clear: () => void reply.clearCookie(SESSION_COOKIE, cookieOptions),
      },
    };
  };
}

function readToken(request: AskingRequest): string | null {
  const [scheme, bearer] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer' && bearer) return bearer;
  return request.cookies[SESSION_COOKIE] ?? null;
}
