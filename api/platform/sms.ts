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
  /** Resolves once the message is accepted. @throws when it is refused or the carrier cannot be reached. */
  send(text: OutgoingText): Promise<void>;
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
      await client.messages.create({ ...sender, to, body });
    },
  };
}
