import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect as check, it } from 'vitest';
import { ask } from './support/ask-server.ts';
import { listViolations, openBrowser } from './support/browser.ts';
import { enterAs } from './support/demo-visit.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

let browser: Browser;
let doorstep: RunningDoorstep;
beforeAll(async () => {
  [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
});
afterAll(async () => {
  await browser.close();
  await doorstep.close();
});

const enter = async (width: number, email = 'provider@demo.doorstep'): Promise<Page> =>
  enterAs(browser, doorstep, { width, email });

interface Point {
  readonly x: number;
  readonly y: number;
}
/** With the button held down and in steps, as a hand does. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Where the calendar shows an hour of a weekday, 1 = Monday. */
async function pointAt(page: Page, weekday: number, hour: number): Promise<Point> {
  const lane = (await page
    .locator('.diary-calendar__lane')
    .nth(weekday - 1)
    .boundingBox())!;
  const labels = page.locator('.diary-calendar__hour').filter({ hasText: /\d/ });
  const hours = await labels.evaluateAll((all) =>
    all.map((one) => ({ text: one.textContent.trim(), y: one.getBoundingClientRect().y })),
  );
  const [first, second] = [hours[0]!, hours[1]!];
  const firstHour = Number(first.text.slice(0, 2));
  return { x: lane.x + lane.width * 0.4, y: first.y + (hour - firstHour) * (second.y - first.y) };
}

const middleOf = async (event: Locator): Promise<Point> => {
  const box = (await event.boundingBox())!;
  return { x: box.x + box.width * 0.4, y: box.y + box.height / 2 };
};

describe('the week of a provider at a desk', () => {
  it('has time off drawn, moved and removed, with the visits in its way said before it is saved', async () => {
    const page = await enter(1440);
    await page.goto(`${doorstep.url}/pro/week`);
    await expect(page.locator('.diary-event--travel').first()).toContainText('min');
    check(await listViolations(page)).toEqual([]);

    await drag(page, await pointAt(page, 7, 10.02), await pointAt(page, 7, 11.9));
    const dialog = page.getByRole('dialog', { name: 'Take time off' });
    await expect(dialog.getByText('No visit is in the way.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Take time off' }).click();
    const off = page.locator('.diary-event--off');
    await expect(off).toHaveCount(1);

    const [from, friday] = [await middleOf(off), await pointAt(page, 5, 13)];
    await drag(page, from, { x: friday.x, y: friday.y + 26 });
    const change = page.getByRole('dialog', { name: 'Change time off' });
    await expect(change.getByText('One booking lies inside and stays in place')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(change).toBeHidden();
    check(await middleOf(off)).toEqual(from);

    const end = (await off.boundingBox())!;
    await drag(page, { x: from.x, y: end.y + end.height - 2 }, { x: from.x, y: end.y + end.height + 50 });
    await change.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await off.boundingBox())!.height).toBeGreaterThan(end.height + 40);

    await off.focus();
    await page.keyboard.press('Enter');
    await change.getByRole('button', { name: 'Remove time off' }).click();
    await change.getByRole('button', { name: 'Remove' }).click();
    await expect(off).toHaveCount(0);
  });

  it('has the hours of a day shortened by their edge, for that day alone, and the visit outside said before', async () => {
    const page = await enter(1440);
    await page.goto(`${doorstep.url}/pro/week`);
    await page.getByRole('button', { name: 'Working hours' }).click();
    const hours = page.getByRole('button', { name: /08:00 – 12:00/ });
    await expect(hours).toHaveCount(6);
    const edge = (await hours.nth(4).boundingBox())!;

    await drag(page, { x: edge.x + 30, y: edge.y + 1 }, { x: edge.x + 30, y: edge.y + 105 });
    const dialog = page.getByRole('dialog', { name: 'Change working hours' });
    await expect(dialog.getByText('One visit would lie outside the hours and stays in place')).toBeVisible();
    await dialog.getByText('Every Friday from now on').click();
    await expect(dialog.getByText('2 visits would lie outside the hours and stay in place')).toBeVisible();
    await dialog.getByText(/^Only on/).click();
    check(await listViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();

    await expect(page.getByRole('button', { name: /10:00 – 12:00/ })).toHaveCount(1);
    await expect(hours).toHaveCount(5);
    const { mySchedule } = await ask<{ mySchedule: { exceptions: { date: string; spans: object[] }[] } }>(
      page,
      '{ mySchedule(from: "2027-03-10", to: "2027-03-14") { exceptions { date spans { start end } } } }',
    );
    check(mySchedule.exceptions.find(({ date }) => date === '2027-03-12')?.spans).toEqual([
      { start: '10:00', end: '12:00' },
      { start: '13:00', end: '18:30' },
    ]);
  });

  it('has a visit dragged: back from where it does not fit, proposed where it does, and the same by keyboard', async () => {
    const page = await enter(1440);
    await page.goto(`${doorstep.url}/pro/week`);
    const visit = page.getByRole('button', { name: /10:00 – 12:00.*Mei Chen/ });
    const dialog = page.getByRole('dialog', { name: 'Move the visit of Mei Chen' });
    const propose = dialog.getByRole('button', { name: 'Propose this time' });
    const [from, top] = [await middleOf(visit), (await visit.boundingBox())!.y];
    const inVisit = from.y - top;

    const tooEarly = await pointAt(page, 5, 9.5);
    await drag(page, from, { x: tooEarly.x, y: tooEarly.y + inVisit });
    await expect(dialog.getByText('It does not fit there')).toBeVisible();
    await expect(dialog.getByText(/minutes are missing to get there from the visit before/)).toBeVisible();
    await expect(propose).toBeDisabled();
    check(await listViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    check(await middleOf(visit)).toEqual(from);

    const free = await pointAt(page, 4, 8.5);
    await drag(page, from, { x: free.x, y: free.y + inVisit });
    await expect(dialog.getByText('Nothing is in the way.')).toBeVisible();
    await expect(dialog.getByText('Thursday 11 March, 08:30 – 10:30')).toBeVisible();
    await expect(dialog.getByText(/Mei Chen has to agree/)).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await propose.click();
    const proposed = page.getByRole('button', { name: /Proposed time/ });
    await expect(proposed).toContainText('08:30 – 10:30');
    await expect(visit).toHaveCount(1);
    await proposed.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await expect(proposed).toHaveCount(0);

    await visit.focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('The visit is at this time already.')).toBeVisible();
    await dialog.getByRole('button', { name: /11 March/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Friday 12 March, 10:00 – 12:00')).toBeVisible();
    await expect(dialog.getByText('It does not fit there')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Begins at').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByText('Thursday 11 March, 09:30 – 11:30')).toBeVisible();
    await expect(dialog.getByText('Nothing is in the way.')).toBeVisible();
    await propose.press('Enter');
    await expect(proposed).toContainText('09:30 – 11:30');

    const household = await enter(360, 'household@demo.doorstep');
    const { myBookings } = await ask<{ myBookings: { edges: { node: { moveProposal: { start: string } | null } }[] } }>(
      household,
      '{ myBookings(first: 20) { edges { node { moveProposal { start } } } } }',
    );
    check(myBookings.edges.flatMap(({ node }) => node.moveProposal?.start ?? [])).toEqual(['2027-03-11T01:30:00.000Z']);
  });
});
