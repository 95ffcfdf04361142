import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DocumentCache } from '../../api/app/document-cache.ts';

const document = parse('{ viewer { id } }');

describe('documents that were found valid', () => {
  it('are kept as long as they are among the last that were asked for', async () => {
    const cache = new DocumentCache();
    await cache.set('web', document);
    for (let n = 0; n < 1_000; n += 1) {
      await cache.set(`flood${n}`, document);
      await cache.get('web');
    }

    expect(await cache.get('web')).toBe(document);
    expect(await cache.get('flood999')).toBe(document);
    expect(await cache.get('flood600')).toBeUndefined();
  });

  it('are not kept when they are long', async () => {
    const cache = new DocumentCache();
    await cache.set('long', parse(`{ viewer { ${'id '.repeat(3_000)} } }`));

    expect(await cache.get('long')).toBeUndefined();
  });
});
