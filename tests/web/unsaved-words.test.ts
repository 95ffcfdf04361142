import { mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { RouterView, createMemoryHistory, createRouter } from 'vue-router';
import type { Router } from 'vue-router';
import { dropAllWords, dropWords, keepWords, readWords } from '../../web/src/app/kept-words';
import { useUnsavedWords } from '../../web/src/app/unsaved-words';
import { useCredentialWords } from '../../web/src/features/provider-credentials/use-credential-words';

describe('useUnsavedWords', () => {
  const isDirty = ref(false);
  const confirm = vi.fn<(question?: string) => boolean>();
  let router: Router;
  let app: VueWrapper;
  beforeEach(async () => {
    isDirty.value = false;
    confirm.mockReset().mockReturnValue(false);
    vi.stubGlobal('confirm', confirm);
    const form = defineComponent({
      setup() {
        useUnsavedWords({
          isDirty: () => isDirty.value,
          question: () => 'Leave?',
          leaves: (to) => to.query['form'] !== '1',
        });
        return () => h('form');
      },
    });
    router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/form', component: form },
        { path: '/elsewhere', component: { render: () => h('p') } },
      ],
    });
    await router.push('/form?form=1');
    app = mount({ render: () => h(RouterView) }, { global: { plugins: [router] } });
  });
  afterEach(() => {
    app.unmount();
    vi.unstubAllGlobals();
  });

  const where = (): string => router.currentRoute.value.fullPath;
  function closeTab(): boolean {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return !event.defaultPrevented;
  }

  it('asks nothing while nothing is unsaved', async () => {
    expect(closeTab()).toBe(true);
    await router.push('/elsewhere');

    expect([where(), confirm.mock.calls.length]).toEqual(['/elsewhere', 0]);
  });

  it('keeps whoever changes their mind on the page, and lets the others go', async () => {
    isDirty.value = true;
    await router.push('/elsewhere');
    expect([where(), confirm.mock.calls]).toEqual(['/form?form=1', [['Leave?']]]);

    confirm.mockReturnValue(true);
    await router.push('/elsewhere');
    expect(where()).toBe('/elsewhere');
  });

  it('asks when a change of the address leaves the form, and not otherwise', async () => {
    isDirty.value = true;
    await router.push('/form?form=1&part=2');
    expect([where(), confirm.mock.calls.length]).toEqual(['/form?form=1&part=2', 0]);

    await router.push('/form');
    expect([where(), confirm.mock.calls.length]).toEqual(['/form?form=1&part=2', 1]);
  });

  it('has the browser ask when the tab is closed, until the page is left', async () => {
    isDirty.value = true;
    expect(closeTab()).toBe(false);

    confirm.mockReturnValue(true);
    await router.push('/elsewhere');
    expect(closeTab()).toBe(true);
  });
});

describe('words that are kept in the tab', () => {
  beforeEach(() => sessionStorage.clear());

  it('are there again, form by form, until they are dropped', () => {
    keepWords('a', { number: '1' });
    keepWords('b', { number: '2' });
    expect([readWords('a'), readWords('b'), readWords('c')]).toEqual([{ number: '1' }, { number: '2' }, {}]);

    dropWords('a');
    expect([readWords('a'), readWords('b')]).toEqual([{}, { number: '2' }]);
  });

  it('are all gone at sign-out, and nothing else is', () => {
    keepWords('a', { number: '1' });
    keepWords('b', { number: '2' });
    sessionStorage.setItem('other', 'x');

    dropAllWords();

    expect([readWords('a'), readWords('b'), sessionStorage.getItem('other')]).toEqual([{}, {}, 'x']);
  });

  it.each(['{"number": [', '["x"]', '{"number": 5}', 'null'])('are none where the storage holds %s', (text) => {
    sessionStorage.setItem('doorstep.words.a', text);

    expect(readWords('a')['number']).toBeUndefined();
  });
});

describe('the words of a credential', () => {
  const credential = { id: 'c1', number: '', issuedBy: '', issuedOn: null, validUntil: null };
  beforeEach(() => sessionStorage.clear());

  function open(): ReturnType<typeof useCredentialWords> {
    return useCredentialWords(credential);
  }

  it('are there after a reload, and are forgotten when they are handed in', async () => {
    const first = open();
    first.number.value = 'HZ-1';
    await Promise.resolve();
    expect(first.isDirty.value).toBe(true);

    const again = open();
    expect([again.number.value, again.isDirty.value]).toEqual(['HZ-1', true]);

    again.drop();
    expect([again.isDirty.value, open().number.value]).toEqual([false, '']);
  });

  it('are not kept once they are as they were', async () => {
    const words = open();
    words.number.value = 'HZ-1';
    await Promise.resolve();
    words.number.value = '';
    await Promise.resolve();

    expect([words.isDirty.value, sessionStorage.length]).toEqual([false, 0]);
  });
});
