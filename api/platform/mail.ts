import { createTransport } from 'nodemailer';
import type { MailSettings } from './config.ts';

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; links stand alone in it. */
  readonly text: string;
}

/** Carries e-mail. */
export interface MailTransport {
  /** As shown on a delivery: `smtp` or `outbox`. */
  readonly name: string;
  /** Resolves once the server has taken the message. @throws MailError when it refuses it or cannot be reached. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Why a message was not taken. It repeats nothing of the message, since an error ends in logs and job rows. */
export class MailError extends Error {
  override readonly name = 'MailError';
  /** Whether the server understood and said no for good, so that trying again is of no use. */
  readonly isRefusal: boolean;

  constructor(message: string, isRefusal: boolean) {
    super(message);
    this.isRefusal = isRefusal;
  }
}

/** SMTP when it is configured; else the outbox, where the delivery row itself is all there is. */
export function createMailTransport(settings: MailSettings | null): MailTransport {
  if (settings === null) return { name: 'outbox', send: async () => undefined, close: () => undefined };
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    name: 'smtp',
    send: async ({ to, subject, text }) => {
      try {
        await transport.sendMail({
          from: settings.from,
          to,
          subject,
          text,
          disableUrlAccess: true,
          disableFileAccess: true,
        });
      } catch (error) {
        throw toMailError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** 5yz is final (RFC 5321, 4.2.1), but for what is about us and not about the message: not signed in, no encryption. */
function toMailError(error: unknown): MailError {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  if (responseCode === undefined)
    return new MailError(`The mail server could not be reached (${code ?? 'no reason given'})`, false);
  const isRefusal = responseCode >= 500 && ![530, 534, 535, 538].includes(responseCode);
  return new MailError(`The mail server answered ${responseCode}`, isRefusal);
}
