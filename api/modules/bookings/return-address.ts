import type { Site } from '../../platform/request-context.ts';

/** Where the bank sends people back to after a step of its own: to the visit it was about, or to their visits. */
export function returnAddress({ site }: { readonly site: Site }, bookingId: string | null): string {
  return `${site.publicUrl}/bookings${bookingId === null ? '' : `/${bookingId}`}`;
}
