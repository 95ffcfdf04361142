import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import { migrations } from '../../migrations/index.ts';
import type { Config } from '../platform/config.ts';
import { AuditLink, AuditRoot, AuditWaiting } from '../platform/audit/audit-chain.entity.ts';
import { AuditEntry } from '../platform/audit/audit-entry.entity.ts';
import { headFileOf } from '../platform/audit/audit-head.ts';
import { AuditInspector } from '../platform/audit/audit-inspector.ts';
import { AuditSealer } from '../platform/audit/audit-sealer.ts';
import { openDatabase } from '../platform/database.ts';
import type { Database } from '../platform/database.ts';
import { readKeyRing } from '../platform/key-ring.ts';
import { createFiles } from '../platform/files/index.ts';
import type { Files } from '../platform/files/index.ts';
import { createLogger } from '../platform/logger.ts';
import type { Logger } from '../platform/logger.ts';
import { OutboxMessage } from '../platform/outbox-message.entity.ts';
import { OutboxWorker } from '../platform/outbox-worker.ts';
import { PubSub } from '../platform/pubsub.ts';
import { openQueue } from '../platform/queue.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import type { Site } from '../platform/request-context.ts';
import { createMailTransport } from '../platform/mail.ts';
import { createPhoneVerification } from '../platform/phone-verification.ts';
import { createStripeGateway } from '../platform/stripe-gateway.ts';
import { createSmsTransport } from '../platform/sms.ts';
import { Vault } from '../platform/vault.ts';
import { StartupError } from '../platform/startup-error.ts';
import { createHttpHost } from './http-host.ts';
import type { HttpHostOptions } from './http-host.ts';
import { modules } from './modules.ts';

/** How long each part may take to end. */
const CLOSE_LIMIT_MS = 8_000;

type HostSettings = Pick<HttpHostOptions, 'introspection' | 'trustProxy' | 'site' | 'metricsToken' | 'secureCookies'>;

/** What the two kinds of process share. */
export interface Application {
  readonly database: Database;
  readonly logger: Logger;
  readonly vault: Vault;
  readonly files: Files;
  /** Starts to answer requests. Resolves to the host once it listens. */
  serve(webRoot: string | null): Promise<FastifyInstance>;
  /** Starts to run jobs. */
  work(): Promise<OutboxWorker>;
  /** Ends everything it started, in order. */
  close(): Promise<void>;
}

export interface ApplicationOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly clock: Clock;
}

export function openDoorstepDatabase(url: string, pool: number): Database {
  return openDatabase({
    url,
    entities: [
      OutboxMessage,
      AuditEntry,
      AuditWaiting,
      AuditLink,
      AuditRoot,
      ...modules.flatMap((module) => module.entities),
    ],
    migrations: [...migrations],
    pool,
  });
}

/** Files as the settings say; their addresses and what waits are keyed by the vault. */
export function openFiles(config: Config, vault: Vault): Files {
  return createFiles(config.files, (text) => vault.lookupHash('file.token', text));
}

/** Opens the database and prepares both kinds of process; which of them runs is the caller's choice. */
export function createApplication({ config, databaseUrl, clock }: ApplicationOptions): Application {
  const logger = createLogger(config.logLevel);
  const keys = readKeyRing(config);
  const vault = new Vault(keys);
  const files = openFiles(config, vault);
  const stripe = createStripeGateway(config.stripe, clock);
  const phoneVerification = createPhoneVerification(config.twilio, vault);
  const database = openDoorstepDatabase(databaseUrl, config.databasePool);
  const audit = { database, clock, signing: keys.signing, headFile: headFileOf(config.dataDir) };
  const limitsPool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  limitsPool.on('error', (error) => logger.warn({ err: error }, 'rate limit connection'));
  const closers: (() => Promise<unknown>)[] = [() => database.close(true), () => limitsPool.end()];
  return {
    database,
    logger,
    vault,
    files,
    serve: async (webRoot) => {
      const pubSub = new PubSub(databaseUrl, logger);
      await pubSub.start();
      closers.unshift(() => pubSub.close());
      const host = await createHttpHost({
        database,
        clock,
        vault,
        files,
        fileSources: modules.flatMap((module) => module.files ?? []),
        logger,
        auditInspector: new AuditInspector(audit),
        limits: new RateLimits(limitsPool, config.rateLimitScale),
        phones: { verification: phoneVerification, rules: config.texts },
        stripe,
        pubSub,
        ...settingsOfHost(config),
        webRoot,
      });
      closers.unshift(() => host.close());
      await listen(host, config);
      return host;
    },
    work: async () => {
      const queue = await openQueue({ databaseUrl, redisUrl: config.redisUrl }, logger);
      const mail = createMailTransport(config.mail);
      const means = { sms: createSmsTransport(config.twilio), mail, phoneVerification, stripe };
      const context = { clock, vault, files, logger, publicUrl: siteOf(config).publicUrl, ...means };
      const worker = new OutboxWorker({ database, queue, modules, context });
      const sealer = new AuditSealer({ ...audit, logger });
      worker.start();
      sealer.start();
      closers.unshift(
        () => sealer.stop(),
        () => worker.stop(),
        async () => mail.close(),
        () => queue.close(),
      );
      return worker;
    },
    close: () => closeAll(closers, logger),
  };
}

async function closeAll(closers: readonly (() => Promise<unknown>)[], logger: Logger): Promise<void> {
  for (const close of closers) {
    // A pool waits for ever for a connection that was being opened when its query had already been given up.
    await Promise.race([close(), sleep(CLOSE_LIMIT_MS, undefined, { ref: false })]).catch((error: unknown) => {
      logger.warn({ err: error }, 'closing');
    });
  }
}

async function listen(host: FastifyInstance, config: Config): Promise<void> {
  try {
    await host.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw describeListenError(error, config);
  }
}

function settingsOfHost(config: Config): HostSettings {
  const { introspection, trustProxy, metricsToken } = config;
  const site = siteOf(config);
  return { introspection, trustProxy, metricsToken, site, secureCookies: site.publicUrl.startsWith('https:') };
}

function siteOf({ publicUrl, demo, emailVerification }: Config): Site {
  return { publicUrl: publicUrl.replace(/\/$/, ''), demo, emailVerification };
}

function describeListenError(error: unknown, { host, port }: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new StartupError(`Port ${port} on ${host} is taken: end what uses it, or choose another with PORT.`);
  if (code === 'EACCES')
    return new StartupError(`Port ${port} may not be used by this account: choose one above 1023 with PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartupError(`${host} is not an address of this machine: change HOST.`);
  return error;
}
