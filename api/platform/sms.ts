import twilio from 'twilio';
import type { TwilioSettings } from './config.ts';

export interface OutgoingText {
  /** E.164. */
  readonly to: string;
  readonly body: string;
}

/** Carries text messages. */
export interface SmsTransport {
  /** As shown on a delivery: `twilio` or `outbox`. */
  readonly name: string;
  /** Resolves once the message is accepted. @throws SmsError when it is refused or the carrier cannot be reached. */
  send(text: OutgoingText): Promise<void>;
}

/**
 * Why a message was not accepted. It repeats nothing of the request, as the SDK's own errors do: they hold recipient, words
 * and credentials, and an error ends in logs and job rows.
 */
export class SmsError extends Error {
  override readonly name = 'SmsError';
  /** Whether the carrier understood and said no, so that trying again is of no use. */
  readonly isRefusal: boolean;

  constructor(message: string, isRefusal: boolean) {
    super(message);
    this.isRefusal = isRefusal;
  }
}

/** Twilio when it is configured; else the outbox, where the delivery row itself is all there is. */
export function createSmsTransport(settings: TwilioSettings | null): SmsTransport {
  return settings === null ? { name: 'outbox', send: async () => undefined } : createTwilioTransport(settings);
}

function createTwilioTransport(settings: TwilioSettings): SmsTransport {
  const client = twilio(settings.accountSid, settings.authToken, { timeout: 10_000 });
  if (settings.apiBase !== null) client.api.baseUrl = settings.apiBase;
  const sender = settings.from.startsWith('MG') ? { messagingServiceSid: settings.from } : { from: settings.from };
  return {
    name: 'twilio',
    send: async ({ to, body }) => {
      try {
        await client.messages.create({ ...sender, to, body });
      } catch (error) {
        throw toSmsError(error);
      }
    },
  };
}

/** Wrong credentials and "not so fast" say nothing about the message: once that is settled, it can be sent. */
const NOT_ABOUT_THE_MESSAGE: readonly number[] = [401, 403, 429];

function toSmsError(error: unknown): SmsError {
  if (!(error instanceof twilio.RestException)) {
    const { code } = error as NodeJS.ErrnoException;
    return new SmsError(`Twilio could not be reached (${code ?? 'no reason given'})`, false);
  }
  const isRefusal = error.status >= 400 && error.status < 500 && !NOT_ABOUT_THE_MESSAGE.includes(error.status);
  const answer = `Twilio answered ${error.status}${error.code ? `, code ${error.code}` : ''}`;
  return new SmsError(isRefusal ? `${answer}: ${error.message}` : answer, isRefusal);
}
