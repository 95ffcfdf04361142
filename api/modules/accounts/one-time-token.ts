import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Sealed, Vault } from '../../platform/vault.ts';
import { AccountToken, SEALED_ACCOUNT_TOKEN } from './account-token.entity.ts';

/** What a token lets its holder do. */
export enum TokenPurpose {
  VERIFY_EMAIL = 'VERIFY_EMAIL',
  RESET_PASSWORD = 'RESET_PASSWORD',
  CHANGE_EMAIL = 'CHANGE_EMAIL',
  SECOND_FACTOR = 'SECOND_FACTOR',
}

interface TokenDraft {
  readonly accountId: string;
  readonly purpose: TokenPurpose;
  readonly minutes: number;
  /** Kept sealed and given back when the token is used. */
  readonly subject?: string | null;
}

export interface UsableToken {
  readonly id: string;
  readonly accountId: string;
  readonly subject: string | null;
}

interface Keys {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Makes a token that works once, until its end. */
export async function issueToken(
  em: EntityManager,
  { vault, clock }: Keys,
  { accountId, purpose, minutes, subject }: TokenDraft,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = newId();
  const now = clock.now();
  await em.insert(
    AccountToken,
    vault.sealRow(SEALED_ACCOUNT_TOKEN, {
      id,
      account: accountId,
      purpose,
      subject: subject ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
      usedAt: null,
    }),
  );
  return { id, token: toToken(vault, purpose, id) };
}

/** The token of a row: its id and a MAC that only the keys of this installation can make. For the job that writes the message. */
export function toToken(vault: Vault, purpose: TokenPurpose, id: string): string {
  return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${macOf(vault, purpose, id)}`;
}

/** Whose token it is, without using it up; null when it is none, was used, or is past its end. */
export async function findToken(
  em: EntityManager,
  { vault, clock }: Keys,
  purpose: TokenPurpose,
  token: string,
): Promise<UsableToken | null> {
  const id = readToken(vault, purpose, token);
  if (id === null) return null;
  const { rows } = await sql<TokenRow>`
    select id, account_id, subject from account_token
    where id = ${id} and purpose = ${purpose} and used_at is null and expires_at > ${clock.now()}`.execute(
    em.getKysely(),
  );
  return toUsable(vault, rows[0]);
}

/** Uses a token up: of several callers at once one gets it, all others null. */
export async function consumeToken(
  em: EntityManager,
  { vault, clock }: Keys,
  purpose: TokenPurpose,
  token: string,
): Promise<UsableToken | null> {
  const id = readToken(vault, purpose, token);
  if (id === null) return null;
  const now = clock.now();
  const { rows } = await sql<TokenRow>`
    update account_token set used_at = ${now}
    where id = ${id} and purpose = ${purpose} and used_at is null and expires_at > ${now}
    returning id, account_id, subject`.execute(em.getKysely());
  return toUsable(vault, rows[0]);
}

/**
 * Takes one of the `most` tries that a token has, before what came with it is looked at. Says how many are left; null when it
 * had none, was used, or is past its end. Of many callers at once no more get one than there are tries.
 */
export async function takeTry(
  em: EntityManager,
  { clock }: Pick<Keys, 'clock'>,
  tokenId: string,
  most: number,
): Promise<number | null> {
  const { rows } = await sql<{ tries: number }>`
    update account_token set tries = tries + 1
    where id = ${tokenId} and used_at is null and expires_at > ${clock.now()} and tries < ${most}
    returning tries`.execute(em.getKysely());
  return rows[0] ? most - rows[0].tries : null;
}

interface TokenRow {
  readonly id: string;
  readonly account_id: string;
  readonly subject: Sealed | null;
}

function toUsable(vault: Vault, row: TokenRow | undefined): UsableToken | null {
  if (!row) return null;
  return { id: row.id, accountId: row.account_id, subject: vault.open('account_token.subject', row.id, row.subject) };
}

function readToken(vault: Vault, purpose: TokenPurpose, token: string): string | null {
  const [encoded, mac] = token.split('.');
  if (encoded === undefined || mac === undefined || !/^[\w-]{22}$/.test(encoded)) return null;
  const hex = Buffer.from(encoded, 'base64url').toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  const wanted = Buffer.from(macOf(vault, purpose, id));
  const given = Buffer.from(mac);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : null;
}

function macOf(vault: Vault, purpose: TokenPurpose, id: string): string {
  return vault.lookupHash('account_token.token', `${purpose}:${id}`);
}
