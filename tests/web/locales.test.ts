import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Texts {
  [key: string]: string | Texts;
}

const folder = join(import.meta.dirname, '../../web/src/locales');
const load = (locale: string, file: string): Texts =>
  JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Texts;
const files = readdirSync(join(folder, 'en'));

function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) all.set(path, text);
  }
  return all;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the two languages', () => {
  it('have the same files', () => {
    expect(readdirSync(join(folder, 'zh-CN'))).toEqual(files);
  });

  it.each(files)('say the same things with the same values in %s', (file) => {
    const english = flatten(load('en', file));
    const chinese = flatten(load('zh-CN', file));

    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english) {
      expect({ key, values: placeholders(chinese.get(key) ?? '') }).toEqual({ key, values: placeholders(text) });
      expect({ key, forms: (chinese.get(key) ?? '').split(' | ').length }).toEqual({
        key,
        forms: text.split(' | ').length,
      });
    }
  });

  it.each(files)('leave no text empty and no English sentence in the Chinese of %s', (file) => {
    for (const [key, text] of flatten(load('zh-CN', file))) {
      expect({ key, text: text.trim() }).not.toEqual({ key, text: '' });
      expect({ key, english: /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(text.replaceAll(/\{\w+\}/g, '')) }).toEqual({
        key,
        english: false,
      });
    }
  });
});
