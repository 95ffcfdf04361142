import { mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createI18n } from 'vue-i18n';
import texts from '../../web/src/locales/en/evidence-viewer.json';
import EvidenceViewer from '../../web/src/ui/EvidenceViewer.vue';

const FILES = [
  { id: '1', label: 'Front side', name: 'front.jpg', contentType: 'image/jpeg', url: '/files/a' },
  { id: '2', label: 'Back side', name: 'back.webp', contentType: 'image/webp', url: '/files/b' },
  { id: '3', label: 'Letter', name: 'letter.pdf', contentType: 'application/pdf', url: 'about:blank' },
];

describe('EvidenceViewer', () => {
  let viewer: VueWrapper;
  beforeEach(() => {
    viewer = mount(EvidenceViewer, {
      props: { files: FILES },
      global: {
        plugins: [createI18n({ legacy: false, locale: 'en', messages: { en: { 'evidence-viewer': texts } } })],
      },
      attachTo: document.body,
    });
  });
  afterEach(() => {
    viewer.unmount();
    vi.useRealTimers();
  });

  async function press(key: string, target: EventTarget = document.body): Promise<void> {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await viewer.vm.$nextTick();
  }

  it('goes from file to file by page key and by button, and stays at the ends', async () => {
    expect(viewer.find('img').attributes('src')).toBe('/files/a');

    await press('PageDown');
    expect(viewer.find('img').attributes('src')).toBe('/files/b');
    await viewer.find('[aria-label="Next file"]').trigger('click');
    expect(viewer.find('iframe').attributes('src')).toBe('about:blank');
    await press('PageDown');
    expect(viewer.text()).toContain('Letter · 3 of 3');
    await press('PageUp');
    await press('PageUp');
    await press('PageUp');
    expect(viewer.find('img').attributes('src')).toBe('/files/a');
  });

  it('turns and enlarges a picture, and begins anew with the next', async () => {
    const smaller = (): boolean => viewer.find('[aria-label="Smaller"]').attributes('disabled') === undefined;
    await load();
    await press('t');
    await press('+');

    expect(viewer.find('img').attributes('style')).toContain('rotate(90deg)');
    expect(smaller()).toBe(true);

    await press('PageDown');
    expect(smaller()).toBe(false);
  });

  it('leaves keys to whoever is typing, and letters to the page while a document is shown', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    await press('PageDown', field);
    expect(viewer.find('img').attributes('src')).toBe('/files/a');
    field.remove();

    await press('PageDown');
    await press('PageDown');
    const pressed = new KeyboardEvent('keydown', { key: 't', bubbles: true, cancelable: true });
    document.body.dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(false);
  });

  it('asks once for fresh addresses when a picture fails, and again only after a while', async () => {
    vi.useFakeTimers();
    const fail = async (): Promise<void> => {
      await viewer.find('img').trigger('error');
      await viewer.setProps({ files: FILES.map((file) => ({ ...file, url: `${file.url}?again` })) });
      await viewer.vm.$nextTick();
    };

    await fail();
    await viewer.find('img').trigger('error');
    expect(viewer.emitted('expired')).toHaveLength(1);

    vi.advanceTimersByTime(61_000);
    await viewer.setProps({ files: FILES });
    await viewer.vm.$nextTick();
    await viewer.find('img').trigger('error');
    expect(viewer.emitted('expired')).toHaveLength(2);
  });

  it('shows PDFs in a frame that bears no sandbox of its own: their answer does', async () => {
    await press('PageDown');
    await press('PageDown');

    expect(viewer.find('iframe').attributes('sandbox')).toBeUndefined();
    expect(viewer.find('iframe').attributes('title')).toBe('Letter');
  });

  async function load(): Promise<void> {
    const picture = viewer.find('img');
    Object.defineProperties(picture.element, { naturalWidth: { value: 800 }, naturalHeight: { value: 600 } });
    await picture.trigger('load');
  }
});
