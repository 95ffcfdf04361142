import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds that a code is shown for (RFC 6238). */
const STEP_SECONDS = 30;

/** A new secret of 160 bits in base 32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What a QR code for an authenticator app says. */
export function toTotpUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Doorstep', label: email, secret });
}

/**
 * The time step whose code this is; null when it is not the code of this half minute, the one before or the one after.
 * Whether the step was used before is for the caller to say.
 */
export function findTotpStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    strategy: 'totp',
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
