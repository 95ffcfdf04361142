/** Share of approvals that are audited again (Q5). */
export const REAUDIT_SHARE = 0.05;

const TICKET_HEX = 13;

/** The ticket that the digest of a draw stands for: its first 52 bits as a number from 0 up to but not including 1. */
export function toTicket(digestHex: string): number {
  if (!/^[0-9a-f]{13,}$/.test(digestHex)) throw new RangeError('a digest is written in hexadecimal');
  return Number.parseInt(digestHex.slice(0, TICKET_HEX), 16) / 2 ** (4 * TICKET_HEX);
}

/** Whether a ticket is among the share that is drawn. */
export function isDrawn(ticket: number, share: number): boolean {
  return ticket < share;
}

/** The month in UTC whose seed draws for that instant, `YYYY-MM`. */
export function drawPeriod(instant: Date): string {
  return instant.toISOString().slice(0, 7);
}
