import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { useUploads, type UploadSteps } from '../../web/src/ui/use-uploads';

/** Stands for the browser's transfer: the test decides how each ends. */
class FakeTransfer {
  static all: FakeTransfer[] = [];
  readonly upload = new EventTarget();
  readonly #ends = new EventTarget();
  readonly headers: Record<string, string> = {};
  status = 0;
  url = '';
  isAborted = false;

  constructor() {
    FakeTransfer.all.push(this);
  }

  open(_method: string, url: string): void {
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  addEventListener(type: string, listener: () => void): void {
    this.#ends.addEventListener(type, listener);
  }

  send(): void {
    this.progress(0);
  }

  abort(): void {
    this.isAborted = true;
    this.#ends.dispatchEvent(new Event('abort'));
  }

  progress(part: number): void {
    this.upload.dispatchEvent(
      Object.assign(new Event('progress'), { lengthComputable: true, loaded: part * 100, total: 100 }),
    );
  }

  answer(status: number): void {
    this.status = status;
    this.#ends.dispatchEvent(new Event('load'));
  }

  breakOff(): void {
    this.#ends.dispatchEvent(new Event('error'));
  }
}

const TARGET = {
  id: 'u1',
  url: '/uploads/token',
  headers: [{ name: 'content-type', value: 'image/jpeg' }],
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
};
const file = (name = 'front.jpg'): File => new File(['abc'], name, { type: 'image/jpeg' });

describe('uploads', () => {
  let said: string[];
  let shown: ReturnType<typeof mountUploads> | undefined;

  beforeEach(() => {
    FakeTransfer.all = [];
    said = [];
    vi.stubGlobal('XMLHttpRequest', FakeTransfer);
  });
  afterEach(() => {
    shown?.unmount();
    vi.unstubAllGlobals();
  });

  function mountUploads(steps: UploadSteps) {
    let uploads!: ReturnType<typeof useUploads>;
    const wrapper = mount(
      defineComponent(() => {
        uploads = useUploads(steps, { broken: () => 'broken off', added: (name) => `${name} added` }, (sentence) =>
          said.push(sentence),
        );
        return () => h('i');
      }),
    );
    return Object.assign(wrapper, { uploads });
  }

  const transfer = (index = 0): Promise<FakeTransfer> =>
    vi.waitUntil(() => FakeTransfer.all[index], { timeout: 1_000 });
  const settled = (): Promise<void> => new Promise((done) => void setTimeout(done, 5));

  it('are announced, sent with their progress, finished and then gone', async () => {
    const begin = vi.fn(async () => ({ value: TARGET }));
    const finish = vi.fn(async () => ({ value: true as const }));
    shown = mountUploads({ begin, finish });
    const { uploads } = shown;
    const ended = uploads.add([file()]);

    const sent = await transfer();
    sent.progress(0.4);
    expect(uploads.uploads.value).toMatchObject([{ name: 'front.jpg', state: 'sending', part: 0.4 }]);
    expect(sent).toMatchObject({ url: '/uploads/token', headers: { 'content-type': 'image/jpeg' } });
    sent.answer(204);
    await ended;

    expect(finish).toHaveBeenCalledExactlyOnceWith('u1');
    expect(uploads.uploads.value).toEqual([]);
    expect(said).toEqual(['front.jpg added']);
  });

  it('go on at the same address after the line broke, without being announced again', async () => {
    const begin = vi.fn(async () => ({ value: TARGET }));
    shown = mountUploads({ begin, finish: async () => ({ value: true }) });
    const { uploads } = shown;
    const first = uploads.add([file()]);
    (await transfer()).breakOff();
    await first;
    expect(uploads.uploads.value).toMatchObject([{ state: 'failed', problem: 'broken off', canRetry: true }]);

    const again = uploads.retry(uploads.uploads.value[0]!.key);
    (await transfer(1)).answer(204);
    await again;

    expect(begin).toHaveBeenCalledTimes(1);
    expect(uploads.uploads.value).toEqual([]);
  });

  it('get a new address when theirs was refused or has expired', async () => {
    const begin = vi.fn(async () => ({ value: { ...TARGET, expiresAt: new Date(Date.now() - 1).toISOString() } }));
    shown = mountUploads({ begin, finish: async () => ({ value: true }) });
    const { uploads } = shown;
    const first = uploads.add([file()]);
    (await transfer()).answer(404);
    await first;

    const again = uploads.retry(uploads.uploads.value[0]!.key);
    (await transfer(1)).answer(204);
    await again;

    expect(begin).toHaveBeenCalledTimes(2);
  });

  it('are only finished again when the server could not look into them yet', async () => {
    const finish = vi
      .fn<UploadSteps['finish']>()
      .mockResolvedValueOnce({ problem: 'later', again: true })
      .mockResolvedValueOnce({ value: true });
    shown = mountUploads({ begin: async () => ({ value: TARGET }), finish });
    const { uploads } = shown;
    const first = uploads.add([file()]);
    (await transfer()).answer(204);
    await first;
    expect(uploads.uploads.value).toMatchObject([{ state: 'failed', problem: 'later', canRetry: true }]);

    await uploads.retry(uploads.uploads.value[0]!.key);

    expect(FakeTransfer.all).toHaveLength(1);
    expect(finish).toHaveBeenCalledTimes(2);
    expect(uploads.uploads.value).toEqual([]);
  });

  it('are sent once more when they had not arrived in full', async () => {
    const finish = vi
      .fn<UploadSteps['finish']>()
      .mockResolvedValueOnce({ problem: 'not there', again: true, resend: true })
      .mockResolvedValueOnce({ value: true });
    shown = mountUploads({ begin: async () => ({ value: TARGET }), finish });
    const { uploads } = shown;
    const first = uploads.add([file()]);
    (await transfer()).answer(204);
    await first;

    const again = uploads.retry(uploads.uploads.value[0]!.key);
    (await transfer(1)).answer(204);
    await again;

    expect(uploads.uploads.value).toEqual([]);
  });

  it('stay with what the server said when no repetition helps', async () => {
    shown = mountUploads({ begin: async () => ({ problem: 'too large', again: false }), finish: vi.fn() });
    const { uploads } = shown;

    await uploads.add([file()]);

    expect(uploads.uploads.value).toMatchObject([{ state: 'failed', problem: 'too large', canRetry: false }]);
    expect(FakeTransfer.all).toEqual([]);
    expect(said).toEqual(['too large']);
  });

  it('end when they are stopped, and when the page is left', async () => {
    const finish = vi.fn();
    shown = mountUploads({ begin: async () => ({ value: TARGET }), finish });
    const { uploads } = shown;
    void uploads.add([file('a.jpg'), file('b.jpg')]);
    const first = await transfer();
    uploads.remove(uploads.uploads.value[0]!.key);
    const second = await transfer(1);
    shown.unmount();
    await settled();

    expect([first.isAborted, second.isAborted]).toEqual([true, true]);
    expect(finish).not.toHaveBeenCalled();
    expect(uploads.uploads.value.map(({ name }) => name)).toEqual(['b.jpg']);
  });
});
