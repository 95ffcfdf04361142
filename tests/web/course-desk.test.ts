import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHistory } from '../../web/src/features/course-desk/course-history';
import { insertPicture } from '../../web/src/ui/picture-reference';

describe('insertPicture', () => {
  it.each([
    ['into nothing', '', 0, 0, '![](image:i)', 2],
    ['between words', 'one two', 4, 4, 'one \n\n![](image:i)\n\ntwo', 8],
    ['between paragraphs', 'one\n\ntwo', 5, 5, 'one\n\n![](image:i)\n\ntwo', 7],
    ['at the end of a line', 'one\ntwo', 3, 3, 'one\n\n![](image:i)\n\ntwo', 7],
    ['at the end', 'one\n\n', 5, 5, 'one\n\n![](image:i)', 7],
  ])('%s, as a paragraph of its own', (_what, text, from, to, expected, altAt) => {
    expect(insertPicture(text, from, to, 'i')).toEqual({ text: expected, altAt });
  });

  it('takes what is selected for its words', () => {
    expect(insertPicture('A red\ndiamond.', 2, 13, 'i').text).toBe('A \n\n![red diamond](image:i)\n\n.');
  });

  it('loses nothing that was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        const { text: written } = insertPicture(text, at, at, 'i');

        expect(written.startsWith(text.slice(0, at))).toBe(true);
        expect(written.endsWith(text.slice(at))).toBe(true);
      }),
    );
  });
});

describe('the history of a course', () => {
  it('has versions and what was done besides in one order, the latest first', () => {
    const version = (id: string, publishedAt: string | null, savedAt: string) =>
      ({ id, publishedAt, savedAt }) as Parameters<typeof toHistory>[0][number];
    const event = (id: string, at: string) => ({ id, at }) as Parameters<typeof toHistory>[1][number];

    const lines = toHistory(
      [
        version('draft', null, '2027-03-05T00:00:00Z'),
        version('first', '2027-03-01T00:00:00Z', '2027-03-09T00:00:00Z'),
      ],
      [event('retired', '2027-03-03T00:00:00Z'), event('back', '2027-03-07T00:00:00Z')],
    );

    expect(lines.map((line) => line.version?.id ?? line.event?.id)).toEqual(['back', 'draft', 'retired', 'first']);
  });
});
