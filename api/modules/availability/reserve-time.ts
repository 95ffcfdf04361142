import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { GeoPoint } from './domain/travel.ts';

export interface TimeToReserve {
  readonly providerId: string;
  /** The visit proper. */
  readonly start: Date;
  readonly end: Date;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly place: GeoPoint;
  readonly expiresAt: Date;
}

/**
 * Waits for the provider's turn until the transaction ends. Whoever reserves, holds it from before the check of the diary
 * until after the insert, so that two cannot both find the same gap. It must be the first lock on a provider's rows.
 */
export async function lockDiary(em: EntityManager, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`.execute(em.getKysely());
}

/** As `lockDiary` for several providers, always in the same order, so that two who need the same ones cannot block each other. */
export async function lockDiaries(em: EntityManager, providerIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(providerIds)].sort()) await lockDiary(em, id);
}

/** Frees the time of lapsed holds, so that they block nobody even when no worker runs (B3). */
export async function sweepLapsedHolds(em: EntityManager, providerId: string, now: Date): Promise<void> {
  await sql`
    update reservation set state = 'RELEASED'
    where provider_id = ${providerId} and state = 'HELD' and expires_at <= ${now}`.execute(em.getKysely());
}

/**
 * Takes the time, the one place where that happens (B2). Returns the reservation's id, or null when PostgreSQL refuses
 * because live time overlaps. Never through a flush: a failed insert would abort the transaction and, under contention,
 * plain inserts deadlock on the exclusion constraint.
 */
export async function reserveTime(em: EntityManager, time: TimeToReserve): Promise<string | null> {
  const occupiedStart = new Date(time.start.getTime() - time.bufferBeforeMinutes * 60_000);
  const occupiedEnd = new Date(time.end.getTime() + time.bufferAfterMinutes * 60_000);
  const { rows } = await sql<{ id: string }>`
    insert into reservation (id, provider_id, state, occupied, occupied_end, starts_at, ends_at, latitude, longitude, expires_at)
    values (${newId()}, ${time.providerId}, 'HELD', tstzrange(${occupiedStart}::timestamptz, ${occupiedEnd}::timestamptz, '[)'), ${occupiedEnd}, ${time.start}, ${time.end},
      ${time.place.latitude}, ${time.place.longitude}, ${time.expiresAt})
    on conflict do nothing returning id`.execute(em.getKysely());
  return rows[0]?.id ?? null;
}

/** Turns a hold into a booking's time for good. False when the hold was swept in between. */
export async function bookReservation(em: EntityManager, reservationId: string): Promise<boolean> {
  const { rows } =
    await sql`update reservation set state = 'BOOKED', expires_at = null where id = ${reservationId} and state = 'HELD' returning id`.execute(
      em.getKysely(),
    );
  return rows.length === 1;
}

/** Lets a hold last until `expiresAt`. False when it was swept in between. */
export async function extendReservation(em: EntityManager, reservationId: string, expiresAt: Date): Promise<boolean> {
  const { rows } =
    await sql`update reservation set expires_at = ${expiresAt} where id = ${reservationId} and state = 'HELD' returning id`.execute(
      em.getKysely(),
    );
  return rows.length === 1;
}

/** Gives the time back. Doing so again changes nothing. */
export async function releaseReservation(em: EntityManager, reservationId: string): Promise<void> {
  await sql`update reservation set state = 'RELEASED', expires_at = null where id = ${reservationId} and state <> 'RELEASED'`.execute(
    em.getKysely(),
  );
}
