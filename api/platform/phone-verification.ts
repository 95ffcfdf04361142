import { timingSafeEqual } from 'node:crypto';
import twilio from 'twilio';
import type { Locale } from '../kernel/locale.ts';
import type { TwilioSettings } from './config.ts';
import type { TextRules } from './text-rules.ts';
import type { Vault } from './vault.ts';

export interface CodeToSend {
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly locale: Locale;
}

export interface CodeToCheck {
  readonly id: string;
  readonly to: string;
  /** As it was given. */
  readonly code: string;
}

/**
 * Proves that somebody reads the texts of a number. How long a code lives and how often it may be tried is not its concern:
 * whoever calls has counted the try before.
 */
export interface PhoneVerification {
  /** `local` or `twilio-verify`. */
  readonly name: string;
  /**
   * Has a code sent, from a job and outside of any transaction. `text` sends words of ours; a carrier that writes its own does
   * not call it. @throws VerificationError when it is refused or cannot be had.
   */
  send(code: CodeToSend, text: (figures: string) => Promise<void>): Promise<void>;
  /** Whether it is the code that was sent. Outside of any transaction. @throws VerificationError when nobody can say. */
  check(code: CodeToCheck): Promise<boolean>;
}

/** What requests need of it. */
export interface Phones {
  readonly verification: PhoneVerification;
  readonly rules: TextRules;
}

/** Why a code could not be sent or judged. It repeats nothing of number or code, for it ends in logs and job rows. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError';
  /** Whether the carrier understood and said no, so that trying again is of no use. */
  readonly isRefusal: boolean;

  constructor(message: string, isRefusal: boolean) {
    super(message);
    this.isRefusal = isRefusal;
  }
}

/** Twilio Verify when a service of it is named; else codes of our own. */
export function createPhoneVerification(settings: TwilioSettings | null, vault: Vault): PhoneVerification {
  return settings?.verifyService
    ? createTwilioVerification(settings, settings.verifyService)
    : createLocalVerification(vault);
}

const FIGURES = 6;

/**
 * Codes of our own. A code is computed from the id of its request under the look-up key, and stored nowhere: a job that is
 * repeated sends the same one, and a copy of the database holds none.
 */
function createLocalVerification(vault: Vault): PhoneVerification {
  const figuresOf = (id: string): string => {
    const mac = Buffer.from(vault.lookupHash('phone_code.code', id), 'base64url');
    return String(mac.readBigUInt64BE(0) % 10n ** BigInt(FIGURES)).padStart(FIGURES, '0');
  };
  return {
    name: 'local',
    send: async ({ id }, text) => text(figuresOf(id)),
    check: async ({ id, code }) => {
      const given = Buffer.from(code);
      const wanted = Buffer.from(figuresOf(id));
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}

function createTwilioVerification(settings: TwilioSettings, service: string): PhoneVerification {
  const client = twilio(settings.accountSid, settings.authToken, { timeout: 10_000 });
  if (settings.apiBase !== null) client.verify.baseUrl = settings.apiBase;
  const { verifications, verificationChecks } = client.verify.v2.services(service);
  return {
    name: 'twilio-verify',
    send: async ({ to, locale }) => {
      try {
        await verifications.create({ to, channel: 'sms', locale });
      } catch (error) {
        throw toVerificationError(error);
      }
    },
    check: async ({ to, code }) => {
      try {
        const { status } = await verificationChecks.create({ to, code });
        return status === 'approved';
      } catch (error) {
        if (isOver(error)) return false;
        throw toVerificationError(error);
      }
    },
  };
}

/** Nothing was sent to that number, or it is over: 404; 60202: tried too often. */
function isOver(error: unknown): boolean {
  return error instanceof twilio.RestException && (error.status === 404 || error.code === 60_202);
}

/** Wrong credentials and "not so fast" say nothing about the number. */
const NOT_ABOUT_THE_NUMBER: readonly number[] = [401, 403, 429];

function toVerificationError(error: unknown): VerificationError {
  if (!(error instanceof twilio.RestException)) {
    const { code } = error as NodeJS.ErrnoException;
    return new VerificationError(`Twilio Verify could not be reached (${code ?? 'no reason given'})`, false);
  }
  const isRefusal = error.status >= 400 && error.status < 500 && !NOT_ABOUT_THE_NUMBER.includes(error.status);
  return new VerificationError(
    `Twilio Verify answered ${error.status}${error.code ? `, code ${error.code}` : ''}`,
    isRefusal,
  );
}
