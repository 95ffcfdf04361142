const KEY = 'doorstep.sign-up';
const TAB_PREFIX = 'doorstep.';
const MOST = 5;
const KEPT_MS = 24 * 3_600_000;

export interface KeptClaim {
  readonly claim: string;
  /** Page to go on at, once the account is complete. */
  readonly next: string | null;
  /** What the tab that signed up kept, such as a visit that is being booked: the link opens in another tab. */
  readonly tab: Readonly<Record<string, string>>;
  readonly at: number;
}

function read(now: number): KeptClaim[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return (kept as Partial<KeptClaim>[]).filter(
      (entry): entry is KeptClaim => typeof entry.claim === 'string' && now - (entry.at ?? 0) < KEPT_MS,
    );
  } catch {
    return [];
  }
}

function readTab(): Record<string, string> {
  const names = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
  return Object.fromEntries(
    names.filter((name) => name.startsWith(TAB_PREFIX)).map((name) => [name, sessionStorage.getItem(name) ?? '']),
  );
}

/** Remembers that it was this device that signed up, so that the link in the message needs no password here. */
export function keepClaim(claim: string, next: string | null, now = Date.now()): void {
  try {
    const kept = [{ claim, next, tab: readTab(), at: now }, ...read(now)].slice(0, MOST);
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage the page of the link asks for the password.
  }
}

/** What this device signed up for within the last day, latest first. */
export function keptClaims(now = Date.now()): readonly KeptClaim[] {
  return read(now);
}

/** Goes on where the tab that signed up stood, and forgets what was kept for that. */
export function resumeSignUp(kept: KeptClaim | undefined): void {
  try {
    for (const [name, value] of Object.entries(kept?.tab ?? {}))
      if (sessionStorage.getItem(name) === null) sessionStorage.setItem(name, value);
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to go on with.
  }
}
