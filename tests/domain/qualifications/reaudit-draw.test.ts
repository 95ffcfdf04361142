import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  REAUDIT_SHARE,
  drawPeriod,
  isDrawn,
  toTicket,
} from '../../../api/modules/qualifications/domain/reaudit-draw.ts';
import { ticketOf } from '../../../api/modules/qualifications/draw-reaudit.ts';

describe('the draw of re-audits', () => {
  it('makes a ticket from the first 52 bits of the digest', () => {
    expect(toTicket(`0000000000000${'f'.repeat(51)}`)).toBe(0);
    expect(toTicket(`8${'0'.repeat(63)}`)).toBe(0.5);
    expect(toTicket('f'.repeat(64))).toBeLessThan(1);
    expect(() => toTicket('xyz')).toThrow(RangeError);
  });

  it('takes one in twenty, whatever the seed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const seed = Buffer.from(bytes).toString('hex');
        const drawn = Array.from({ length: 4_000 }, (_, index) =>
          ticketOf(seed, createHash('sha256').update(String(index)).digest('hex')),
        ).filter((ticket) => isDrawn(ticket, REAUDIT_SHARE));

        // Five standard deviations of a binomial with n = 4000 and p = 0.05.
        expect(Math.abs(drawn.length - 200)).toBeLessThan(69);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same for the same seed and credential, and another for another seed', () => {
    const [one, other] = ['11'.repeat(32), '22'.repeat(32)];

    expect(ticketOf(one, 'a')).toBe(ticketOf(one, 'a'));
    expect(ticketOf(one, 'a')).not.toBe(ticketOf(other, 'a'));
  });

  it('belongs to the month in UTC', () => {
    expect(drawPeriod(new Date('2027-03-31T23:59:59.999Z'))).toBe('2027-03');
    expect(drawPeriod(new Date('2027-04-01T00:00:00Z'))).toBe('2027-04');
  });
});
