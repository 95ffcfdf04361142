import type { TestApi } from './test-api.ts';

/**
 * The coming visits that are agreed although a credential they need does not hold on a day of theirs, found by a plain
 * comparison that shares nothing with the product's own queries.
 */
export async function listUnqualifiedVisits(api: TestApi): Promise<string[]> {
  const visits = await api.sql<{ id: string; provider_id: string; starts_at: Date; ends_at: Date; codes: string[] }>(
    `select b.id, b.provider_id, b.starts_at, b.ends_at, i.required_credential_codes as codes from booking b
     join service_item i on i.id = (b.items->0->>'itemId')::uuid where b.state in ('CONFIRMED', 'REQUESTED') and b.ends_at > $1`,
    [api.clock.now()],
  );
  const held = await api.sql<{ provider_id: string; code: string; from: string; until: string | null }>(
    `select c.provider_id, t.code, c.valid_from::text as "from", c.valid_until::text as until from credential c
     join credential_type t on t.id = c.type_id where c.state = 'APPROVED'`,
  );
  // The scene lies in London; in the months of the tests its days are those of UTC, or begin an hour earlier.
  const day = (instant: Date): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(instant);
  return visits
    .filter(({ provider_id, starts_at, ends_at, codes }) =>
      codes.some((code) =>
        [day(starts_at), day(new Date(ends_at.getTime() - 60_000))].some(
          (date) =>
            !held.some(
              (one) =>
                one.provider_id === provider_id &&
                one.code === code &&
                one.from <= date &&
                (one.until === null || one.until >= date),
            ),
        ),
      ),
    )
    .map(({ id }) => id);
}
