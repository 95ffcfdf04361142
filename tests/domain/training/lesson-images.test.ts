import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listImageReferences } from '../../../api/modules/training/domain/lesson-images.ts';

const ID = '01900000-0000-7000-8000-00000000000a';

describe('listImageReferences', () => {
  it.each<[string, string, { id: string; alt: string }[]]>([
    ['a picture', `![A red diamond](image:${ID})`, [{ id: ID, alt: 'A red diamond' }]],
    ['one with a title', `![a](image:${ID} "What it is")`, [{ id: ID, alt: 'a' }]],
    ['one in pointed brackets', `![a](<image:${ID}>)`, [{ id: ID, alt: 'a' }]],
    ['an id in capitals as the same', `![a](image:${ID.toUpperCase()})`, [{ id: ID, alt: 'a' }]],
    ['brackets among the words', `![a [b] \\] c](image:${ID})`, [{ id: ID, alt: 'a [b] \\] c' }]],
    ['no words as none', `![ ](image:${ID})`, [{ id: ID, alt: '' }]],
    ['what is no id as it stands', '![a](image:x)', [{ id: 'x', alt: 'a' }]],
    ['no picture from elsewhere', '![a](https://example.org/a.png) [b](image:x)', []],
  ])('reads %s', (_what, text, references) => {
    expect(listImageReferences(text)).toEqual(references);
  });

  it('finds every picture among any words, in order', () => {
    const words = fc.string().map((text) => text.replaceAll(/[![\]()\\<>]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, fc.uuid())), (parts) => {
        const text = parts.map(([before, alt, id]) => `${before}\n![${alt}](image:${id})\n`).join('');

        expect(listImageReferences(text)).toEqual(parts.map(([, alt, id]) => ({ id, alt: alt.trim() })));
      }),
    );
  });

  it('takes no longer than a blink on a text made to hold it up', () => {
    const text = `${'!['.repeat(10_000)}${'[a]'.repeat(3_000)}`.slice(0, 20_000);
    const started = performance.now();

    listImageReferences(text);

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
