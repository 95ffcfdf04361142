import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import type { Sealed } from '../../api/platform/vault.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { PASSWORD, buildPerson } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe.each([
  [360, '+447700900701'],
  [1440, '+447700900702'],
])('a household at %i px', (width, phone) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('adds a phone, signs out, signs in with the code that came there, and removes it', async () => {
    const person = await buildPerson(doorstep, { displayName: 'Nora Okafor' });
    const { page, problems } = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(page);

    await page.goto(`${doorstep.url}/sign-in?next=/account/security`);
    await page.getByLabel('E-mail', { exact: true }).fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await page.waitForURL('**/account/security');

    await page.getByRole('button', { name: 'Add a phone' }).click();
    await expect(page.getByLabel('Mobile number').last()).toBeFocused();
    check(await listViolations(page)).toEqual([]);
    await page.getByLabel('Mobile number').last().fill('020 7946 0000');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect(page.getByText('Give the number of a mobile phone.')).toBeVisible();
    await page
      .getByLabel('Mobile number')
      .last()
      .fill(`0${phone.slice(3)}`);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect(page.getByLabel('Code from the text')).toBeFocused();
    check(await listViolations(page)).toEqual([]);
    await page.getByLabel('Code from the text').fill(await codeAt(doorstep, phone, 1));
    await page.getByRole('button', { name: 'Confirm number' }).click();
    await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
    await expect(page.getByText(phone)).toBeVisible();
    check(await listViolations(page)).toEqual([]);

    await page.context().clearCookies();
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByRole('button', { name: 'Phone', exact: true }).press('Enter');
    check(await listViolations(page)).toEqual([]);
    await page.getByLabel('Mobile number').last().fill(phone);
    await page.getByLabel('Mobile number').last().press('Enter');
    await expect(page.getByText('/ops/outbox')).toBeVisible();
    await expect(page.getByRole('button', { name: /Send another code in \d+ s/ })).toBeDisabled();
    const code = await codeAt(doorstep, phone, 2);
    await page.getByLabel('Code from the text').fill(code === '000000' ? '000001' : '000000');
    await page.getByLabel('Code from the text').press('Enter');
    await expect(page.getByText('4 tries left.')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByLabel('Code from the text').fill(code);
    await page.getByLabel('Code from the text').press('Enter');
    await page.waitForURL((url) => url.pathname !== '/sign-in');

    await page.goto(`${doorstep.url}/account/security`);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Add a phone' })).toBeVisible();
    check(problems).toEqual([]);
    await page.close();
  });

  it('may ask for another code after a while, and for a code to another number, in Chinese as well', async () => {
    const { page } = await openPage(browser, { width, now: doorstep.clock.now(), locale: 'zh-CN' });
    keepPictureOnFailure(page);

    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByRole('button', { name: '手机', exact: true }).click();
    await expect(page.getByLabel('国家或地区')).toHaveValue('CN');
    await page.getByLabel('手机号码').last().fill('138 0013 8000');
    await page.getByRole('button', { name: '获取验证码' }).click();
    await expect(page.getByText('+8613800138000')).toBeVisible();
    await page.clock.fastForward(31_000);
    await page.getByRole('button', { name: '重新获取验证码', exact: true }).click();
    await expect(page.getByRole('button', { name: /秒后可重新获取/ })).toBeVisible();
    await page.getByRole('button', { name: '更换号码' }).click();
    await expect(page.getByLabel('手机号码').last()).toHaveValue('138 0013 8000');
    check(await listViolations(page)).toEqual([]);
    await page.close();
  });
});

/** The code of the nth text to a number, as the phone shows it. */
async function codeAt({ databaseUrl }: RunningDoorstep, phone: string, nth: number): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const { rows } = await client.query<{ id: string; recipient: Sealed; body: Sealed }>(
        `select id, recipient, body from delivery where kind = 'phone-code' order by created_at, id`,
      );
      const texts = rows.filter((row) => TEST_VAULT.open('delivery.recipient', row.id, row.recipient) === phone);
      const text = texts[nth - 1];
      if (text) return /\d{6}/.exec(TEST_VAULT.open('delivery.body', text.id, text.body))![0];
      await sleep(100);
    }
    throw new Error(`no text number ${nth} came`);
  } finally {
    await client.end();
  }
}
