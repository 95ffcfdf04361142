import type { EntityClass } from '@mikro-orm/core';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import type { EntityManager } from './database.ts';
import type { ReadRules } from './read-rules.ts';
import type { PersonalDataOfModule } from './personal-data.ts';
import type { AnySealedTable } from './reseal.ts';
import type { FileSource, Files } from './files/index.ts';
import type { MailTransport } from './mail.ts';
import type { PaymentGateway } from './payment-gateway.ts';
import type { PhoneVerification } from './phone-verification.ts';
import type { SmsTransport } from './sms.ts';
import type { Vault } from './vault.ts';

/** What a job or a subscriber gets besides its payload. */
export interface JobContext {
  /** In a transaction that commits together with the mark that the message is done, unless the handler is `external`. */
  readonly em: EntityManager;
  readonly clock: Clock;
  /** Seals and opens the personal columns. */
  readonly vault: Vault;
  /** Uploads and documents. */
  readonly files: Files;
  readonly logger: Logger;
  readonly sms: SmsTransport;
  readonly mail: MailTransport;
  readonly phoneVerification: PhoneVerification;
  /** Null where the sandbox takes all payments. */
  readonly stripe: PaymentGateway | null;
  /** Address people reach the site at, without a slash at its end. */
  readonly publicUrl: string;
}

export interface MessageHandler<Payload = unknown> {
  readonly topic: string;
  /** Shape of the payload: ids and plain values only. */
  readonly payload: z.ZodType<Payload>;
  /** Talks to the world outside PostgreSQL, so it runs in no transaction and must itself be safe to repeat. */
  readonly external?: boolean;
  handle(context: JobContext, payload: Payload): Promise<void>;
}

/** What a module brings to the application. Only `app/` reads it. */
export interface ModuleDefinition {
  readonly name: string;
  readonly entities: readonly EntityClass<unknown>[];
  /** Tables with columns that only the vault can read. */
  readonly sealed?: readonly AnySealedTable[];
  /** Who may read its types. */
  readonly readRules?: ReadRules;
  /** Its personal columns, and what could be taken for one and is none. A test fails on a column in neither list. */
  readonly personal?: PersonalDataOfModule;
  readonly resolvers: readonly (abstract new (...args: never[]) => object)[];
  /** Files that signed addresses lead to. */
  readonly files?: readonly FileSource[];
  /** Topics of the facts it announces; whether anybody listens is not its concern. */
  readonly facts?: readonly string[];
  /** Exactly one handler for its topic. */
  readonly jobs?: readonly MessageHandler[];
  /** Topics of those of its jobs that run once a day; their payload is `{ day }`, the day in UTC. */
  readonly daily?: readonly string[];
  /** Told of another module's facts; a topic can have several. */
  readonly subscribers?: readonly MessageHandler[];
}

/** Keeps the payload type between schema and handler while the list of a module stays homogeneous. */
export function defineHandler<Payload>(handler: MessageHandler<Payload>): MessageHandler {
  return handler;
}
