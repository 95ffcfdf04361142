import type { Logger } from 'pino';
import type { Clock } from '../kernel/clock.ts';
import type { Locale } from '../kernel/locale.ts';
import type { AuditInspector } from './audit/audit-inspector.ts';
import type { EntityManager } from './database.ts';
import type { Files } from './files/index.ts';
import type { Loaders } from './loaders.ts';
import type { PaymentGateway } from './payment-gateway.ts';
import type { Phones } from './phone-verification.ts';
import type { Vault } from './vault.ts';
import type { RateLimits } from './rate-limits.ts';

/** Who asks. Read from the database at each request, so that a change of roles holds at once. */
export interface ViewerIdentity {
  readonly accountId: string;
  readonly sessionId: string;
  /** The account whose bookings and addresses they share in; their own unless they belong to another's household. */
  readonly householdId: string;
  /** What they may do in that household: `OWNER` of their own, `MANAGER` or `MEMBER` of another's. */
  readonly householdRole: string;
  /** Roles that count now: those over other people's data are left out until a second factor was given. */
  readonly roles: readonly string[];
  /** When they last proved who they are. */
  readonly authenticatedAt: Date;
}

/** What requests need to know of this installation. */
export interface Site {
  /** Address people reach it at, without a slash at its end. */
  readonly publicUrl: string;
  /** Whether it serves the demo, whose secrets protect nothing. */
  readonly demo: boolean;
  /** Whether an account can be used only once its e-mail address is proven. */
  readonly emailVerification: boolean;
}

/** Everything a resolver may know of the request it serves. */
export interface RequestContext {
  /** Null for a visitor. */
  readonly viewer: ViewerIdentity | null;
  /** A fork of its own: what one request loads, no other sees. */
  readonly em: EntityManager;
  readonly clock: Clock;
  /** Seals and opens the personal columns. */
  readonly vault: Vault;
  /** Uploads and documents. */
  readonly files: Files;
  /** Language of the answers. */
  readonly locale: Locale;
  readonly loaders: Loaders;
  readonly limits: RateLimits;
  /** Codes by text: who judges them, where they may go and what they may cost. */
  readonly phones: Phones;
  /** Null where the sandbox takes all payments. */
  readonly stripe: PaymentGateway | null;
  readonly site: Site;
  readonly logger: Logger;
  /** Says whether the audit log is sound. */
  readonly auditInspector: AuditInspector;
  /** Names the request in logs and in the audit log. */
  readonly reference: string;
  readonly ip: string;
  readonly userAgent: string | null;
  /** Sets or clears the session cookie of the answer. */
  readonly sessionCookie: { set(token: string, expiresAt: Date): void; clear(): void };
}
