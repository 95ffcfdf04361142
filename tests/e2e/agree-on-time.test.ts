import type { Browser } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { listViolations, openBrowser } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { bookAt, enterAs, findFreeTimes } from './support/demo-visit.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const HOUR_MS = 3_600_000;
const household = { width: 360, email: 'household@demo.doorstep' } as const;
const provider = { width: 360, email: 'provider@demo.doorstep' } as const;

let browser: Browser;
let doorstep: RunningDoorstep;
beforeAll(async () => {
  [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
});
afterAll(async () => {
  await browser.close();
  await doorstep.close();
});

async function wantsToBeAsked(isAsked: boolean): Promise<void> {
  const database = new pg.Client({ connectionString: doorstep.databaseUrl });
  await database.connect();
  await database.query(`update provider set instant_booking = $1 where display_name->>'en' = 'Lin Yue'`, [!isAsked]);
  await database.end();
}

describe('two sides and one time', () => {
  it('the provider proposes another one on the phone, and the household accepts it', async () => {
    const asks = await enterAs(browser, doorstep, provider);
    const answers = await enterAs(browser, doorstep, household);
    const times = await findFreeTimes(answers, doorstep);
    const id = await bookAt(answers, times, times.starts[Math.floor(times.starts.length / 2)]!);

    await asks.goto(`${doorstep.url}/pro/visits/${id}`);
    await asks.getByRole('button', { name: 'Propose another time' }).click();
    const dialog = asks.getByRole('dialog', { name: 'Which time instead?' });
    await dialog
      .getByRole('radio', { name: /\d\d:\d\d/ })
      .last()
      .click();
    await dialog.getByLabel('Why').fill('My van is at the garage that day');
    check(await listViolations(asks)).toEqual([]);
    await dialog.getByRole('button', { name: /^Ask for/ }).click();
    await expect(asks.getByRole('heading', { name: /^You asked .* for another time/ })).toBeVisible();
    check(await listViolations(asks)).toEqual([]);

    await answers.goto(`${doorstep.url}/bookings/${id}`);
    const before = await answers.getByRole('heading', { level: 1 }).textContent();
    await expect(answers.getByText('My van is at the garage that day')).toBeVisible();
    check(await listViolations(answers)).toEqual([]);
    await answers.getByRole('button', { name: /^Accept / }).click();
    await expect(answers.getByText('Both sides agreed to it')).toBeVisible();
    await expect(answers.getByRole('heading', { level: 1 })).not.toHaveText(before!);
    await expect(answers.getByRole('heading', { name: 'Lin Yue asks for another time' })).toHaveCount(0);
    await expect(asks.getByRole('button', { name: 'Propose another time' })).toBeVisible();
  });

  it('a request is accepted on the phone; the household then asks for another time, and takes it back', async () => {
    await wantsToBeAsked(true);
    const asks = await enterAs(browser, doorstep, household);
    const answers = await enterAs(browser, doorstep, provider);
    const times = await findFreeTimes(asks, doorstep);
    const id = await bookAt(asks, times, times.starts.at(-1)!);
    await asks.goto(`${doorstep.url}/bookings/${id}`);
    await expect(asks.getByText(/has your request and answers soon|Requested/).first()).toBeVisible();

    await answers.goto(`${doorstep.url}/pro`);
    check(await listViolations(answers)).toEqual([]);
    await answers
      .getByRole('button', { name: /^Accept/ })
      .last()
      .click();
    await expect(asks.getByText('Confirmed').first()).toBeVisible();

    await expect(asks.getByRole('button', { name: 'Move to another time' })).toHaveCount(0);
    await asks.getByRole('button', { name: 'Ask for another time' }).click();
    const dialog = asks.getByRole('dialog', { name: 'Which time instead?' });
    await expect(dialog.getByText(/Free as often as you like/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Earlier days' }).click();
    await dialog
      .getByRole('radio', { name: /\d\d:\d\d/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: /^Ask for/ }).click();
    await asks.getByRole('button', { name: 'Take it back' }).click();
    await expect(asks.getByText('Taken back or overtaken')).toBeVisible();
    check(await listViolations(asks)).toEqual([]);
    await wantsToBeAsked(false);
  });

  it('the household chooses somebody else, who takes no more, with the price seen before', async () => {
    const chooses = await enterAs(browser, doorstep, household);
    const times = await findFreeTimes(chooses, doorstep);
    const id = await bookAt(chooses, times, times.starts[Math.floor(times.starts.length / 2)]!);
    await chooses.goto(`${doorstep.url}/bookings/${id}`);
    await chooses.getByRole('button', { name: 'Choose somebody else' }).click();
    const dialog = chooses.getByRole('dialog', { name: 'Who comes instead?' });
    await dialog.getByRole('radio').first().click();
    await dialog.getByRole('radiogroup', { name: 'Free times' }).getByRole('radio').first().click();
    await expect(dialog.getByText(/, as agreed| instead of /)).toBeVisible();
    check(await listViolations(chooses)).toEqual([]);
    await dialog.getByRole('button', { name: /, \w+ \d+ \w+, \d\d:\d\d/ }).click();
    await expect(chooses.getByText('Somebody else was chosen')).toBeVisible();
    await expect(chooses.getByRole('link', { name: 'Lin Yue' })).toHaveCount(0);
  });

  it('late, moving has its fee: seen before, paid with it, and the visit has its new time', async () => {
    const moves = await enterAs(browser, doorstep, household);
    const times = await findFreeTimes(moves, doorstep);
    const start = times.starts[0]!;
    const id = await bookAt(moves, times, start);
    // An hour after the last moment at which it is free once.
    doorstep.clock.moveTo(new Date(Date.parse(start) - 3 * HOUR_MS));
    await moves.goto(`${doorstep.url}/bookings/${id}`);
    await moves.getByRole('button', { name: 'Move to another time' }).click();
    const dialog = moves.getByRole('dialog', { name: 'Move this visit' });
    await expect(dialog.getByText(/^Moving costs .*\d/)).toBeVisible();
    await expect(dialog.getByText(/moving costs what cancelling would/)).toBeVisible();
    await dialog
      .getByRole('radio', { name: /\d\d:\d\d/ })
      .last()
      .click();
    check(await listViolations(moves)).toEqual([]);

    await dialog.getByRole('button', { name: /^Move to .* for .*\d/ }).click();

    await expect(moves.getByText('Moved to another time')).toBeVisible();
    const database = new pg.Client({ connectionString: doorstep.databaseUrl });
    await database.connect();
    await expect
      .poll(async () => {
        await doorstep.worker.relay();
        const { rows } = await database.query<{ status: string; half: boolean }>(
          `select p.status, p.captured * 2 = (b.stored_quote->>'total')::int as half from payment p
           join booking b on p.reference like b.id || '/move-%' where b.id = $1`,
          [id],
        );
        return rows;
      })
      .toEqual([{ status: 'CAPTURED', half: true }]);
    await database.end();
  });
});
