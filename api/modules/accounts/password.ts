import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Spent on an unknown address, so that it takes as long as a known one. */
let decoy: Promise<string> | null = null;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is the one hashed; a missing hash costs the same time and is never right. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** What is wrong with a new password, or null. Length matters; a mix of character kinds is not asked for (NIST SP 800-63B). */
export function passwordWeakness(password: string, email: string): 'TOO_SHORT' | 'TOO_LONG' | 'GUESSABLE' | null {
  const characters = [...password];
  if (characters.length < SHORTEST_PASSWORD) return 'TOO_SHORT';
  if (characters.length > LONGEST_PASSWORD) return 'TOO_LONG';
  const name = email.split('@')[0] ?? '';
  const plain = password.toLowerCase();
  const guessable =
    new Set(characters).size < 5 ||
    plain === email ||
    (name.length >= 4 && plain.startsWith(name) && plain.length < name.length + 4);
  return guessable ? 'GUESSABLE' : null;
}
