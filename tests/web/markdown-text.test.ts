import { mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import MarkdownText from '../../web/src/ui/MarkdownText.vue';

const ID = '01900000-0000-7000-8000-00000000000a';
const IMAGE = { id: ID, url: '/files/token', width: 1_200, height: 560 };

describe('MarkdownText', () => {
  let wrapper: VueWrapper;
  function show(text: string, images = [IMAGE]): VueWrapper {
    wrapper = mount(MarkdownText, { props: { text, images }, attachTo: document.body });
    return wrapper;
  }
  afterEach(() => {
    wrapper.unmount();
    vi.useRealTimers();
  });

  it('shows a picture that is given along, late, with its words and room for it', () => {
    const picture = show(`Look:\n\n![A "red" <b>diamond</b>](image:${ID.toUpperCase()})`).get('img');

    expect(picture.attributes()).toMatchObject({
      src: '/files/token',
      alt: 'A "red" <b>diamond</b>',
      width: '1200',
      height: '560',
      loading: 'lazy',
    });
  });

  it.each([
    ['one from elsewhere', '![words](https://example.org/a.png)'],
    ['one of this site', '![words](/files/other)'],
    ['one that is not given along', '![words](image:01900000-0000-7000-8000-00000000000b)'],
    ['a script', '![words](javascript:alert(1))'],
    ['one out of bytes', '![words](data:image/png;base64,AAAA)'],
  ])('of %s only the words remain', (_what, text) => {
    const shown = show(text);

    expect(shown.find('img').exists()).toBe(false);
    expect(shown.text()).toContain('words');
  });

  it('makes no picture of HTML', () => {
    const shown = show(`Words <img src="/files/token" data-image="image:${ID}" onerror="alert(1)">`);

    expect(shown.find('img').exists()).toBe(false);
  });

  it('keeps the picture on screen while somebody types beside it', async () => {
    const shown = show(`![a](image:${ID})`);
    const before = shown.get('img').element;

    await shown.setProps({ text: `Words.\n\n![b](image:${ID})` });

    expect(shown.get('img').element).toBe(before);
    expect(shown.get('img').attributes('alt')).toBe('b');
  });

  it('asks for new addresses when one has expired, and not for a picture that never came', async () => {
    vi.useFakeTimers();
    const shown = show(`![a](image:${ID})`);
    await shown.get('img').trigger('error');
    expect(shown.emitted('expired')).toBeUndefined();

    vi.advanceTimersByTime(16 * 60_000);
    await shown.get('img').trigger('error');

    expect(shown.emitted('expired')).toHaveLength(1);
  });
});
