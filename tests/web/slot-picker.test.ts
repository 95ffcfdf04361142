import { mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import SlotPicker from '../../web/src/ui/SlotPicker.vue';

const DAYS = [
  { date: '2027-03-10', slots: ['01:00', '01:30'].map((time) => slotAt(`2027-03-10T${time}:00.000Z`)) },
  { date: '2027-03-11', slots: [slotAt('2027-03-11T02:00:00.000Z')] },
];

function slotAt(start: string): { start: string; end: string } {
  return { start, end: new Date(Date.parse(start) + 7_200_000).toISOString() };
}

describe('SlotPicker', () => {
  let picker: VueWrapper | undefined;

  afterEach(() => picker?.unmount());

  function mountPicker(): VueWrapper {
    picker = mount(SlotPicker, {
      props: { days: DAYS, timeZone: 'Asia/Shanghai', label: 'Free times' },
      global: { plugins: [createI18n({ legacy: false, locale: 'en', messages: { en: {} } })] },
      attachTo: document.body,
    });
    return picker;
  }

  const focusedStart = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['start'];

  it('is one radio group of which a single time is in the tab order', () => {
    const times = mountPicker().findAll('[role="radio"]');

    expect(times.map((time) => time.text())).toEqual(['09:00', '09:30', '10:00']);
    expect(times.map((time) => time.attributes('tabindex'))).toEqual(['0', '-1', '-1']);
  });

  it('moves along the times by arrow and from day to day by page key', async () => {
    const first = mountPicker().find('[role="radio"]');
    (first.element as HTMLElement).focus();

    await first.trigger('keydown', { key: 'ArrowRight' });
    expect(focusedStart()).toBe('2027-03-10T01:30:00.000Z');

    await first.trigger('keydown', { key: 'PageDown' });
    expect(focusedStart()).toBe('2027-03-11T02:00:00.000Z');
  });

  it('tells which time was chosen', async () => {
    const shown = mountPicker();

    await shown.findAll('[role="radio"]')[1]?.trigger('click');

    expect(shown.emitted('choose')).toEqual([[DAYS[0]?.slots[1]]]);
  });
});
