import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { TEST_VAULT } from '../support/test-keys.ts';
import { chooseTime } from './support/booking-steps.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const EMAIL = 'noor.chen@example.org';
const PASSWORD = 'a quiet morning walk';

describe.each([360, 1440])('a household of several at %i px', (width) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('grows by a link, books together, and shrinks again', async () => {
    // the owner sees who shares the household already, and invites another
    const owner = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(owner.page);
    await signIn(owner.page, doorstep, 'household@demo.doorstep');
    await owner.page.goto(`${doorstep.url}/account/household`);
    await expect(owner.page.getByRole('list').getByText('Wei Chen')).toBeVisible();
    check(await listViolations(owner.page)).toEqual([]);
    await owner.page.getByLabel('Their e-mail').fill(EMAIL);
    await owner.page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(owner.page.getByText(`The invitation to ${EMAIL} is on its way.`)).toBeVisible();
    await expect(owner.page.getByRole('button', { name: `Take back the invitation to ${EMAIL}` })).toBeVisible();

    // the second person opens the link, signs up on the page and accepts
    const member = await openPage(browser, { width, now: doorstep.clock.now() });
    const { page } = member;
    keepPictureOnFailure(page);
    const link = await readInvitation(doorstep);
    await page.goto(`${doorstep.url}${link}`);
    await expect(page.getByRole('heading', { name: 'Mei Chen invites you to their household' })).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByLabel('Your name').fill('Noor Chen');
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.waitForURL(/\/account\/household$/);
    await expect(page.getByText('You share the household of Mei Chen', { exact: false })).toBeVisible();

    // and books, to one of the household's addresses
    await chooseTime(page, doorstep.url);
    await expect(page.getByText('West Lake flat').first()).toBeVisible();
    await expect(page.getByText('ask whoever runs your household', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Go to payment' }).first().click();
    await page
      .getByRole('button', { name: /Book and pay/ })
      .first()
      .click();
    await page.waitForURL(/\/bookings\//);
    const path = new URL(page.url()).pathname;

    // the owner sees the visit and who booked it
    await owner.page.goto(`${doorstep.url}${path}`);
    await expect(owner.page.getByText('Booked by Noor Chen')).toBeVisible();
    check(await listViolations(owner.page)).toEqual([]);

    // and removes them: the visit stays, and is no longer theirs to see
    await owner.page.goto(`${doorstep.url}/account/household`);
    await owner.page.getByRole('button', { name: 'Remove Noor Chen' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(owner.page.getByRole('button', { name: 'Remove Noor Chen' })).toHaveCount(0);
    await page.goto(`${doorstep.url}${path}`);
    await expect(page.getByRole('heading', { name: 'We do not find this booking' }).last()).toBeVisible();
    await page.goto(`${doorstep.url}/account/household`);
    await expect(page.getByText('Share your home, not your password')).toBeVisible();
    check(await listViolations(page)).toEqual([]);

    check([...owner.problems, ...member.problems]).toEqual([]);
  });
});

async function signIn(page: Page, doorstep: RunningDoorstep, email: string): Promise<void> {
  await page.goto(`${doorstep.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Path and token of the link in the e-mail, as its reader finds it. */
async function readInvitation(doorstep: RunningDoorstep): Promise<string> {
  const database = new pg.Client({ connectionString: doorstep.databaseUrl });
  await database.connect();
  try {
    let path = '';
    await expect
      .poll(
        async () => {
          await doorstep.worker.relay();
          const { rows } = await database.query<{ id: string; body: string }>(
            `select id, body from delivery where kind = 'household-invitation' order by id desc limit 1`,
          );
          const [row] = rows;
          const body = row ? TEST_VAULT.open('delivery.body', row.id, row.body as never) : '';
          path = /\/invitation#[\w.-]+/.exec(body)?.[0] ?? '';
          return path;
        },
        { timeout: 30_000 },
      )
      .not.toBe('');
    return path;
  } finally {
    await database.end();
  }
}
