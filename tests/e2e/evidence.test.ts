import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { pdf, photoWithMetadata } from '../support/sample-files.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe.each([360, 1440])('a provider proves something at %i px', (width) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('from the files to the queue of the auditors', async () => {
    const { page, problems } = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await signIn(page, doorstep, 'provider');
    const photo = { name: 'front.jpg', mimeType: 'image/jpeg', buffer: await photoWithMetadata(640, 480) };
    const certificate = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: await pdf() };

    // choose what to prove
    await page.goto(`${doorstep.url}/pro/credentials`);
    await page.getByRole('button', { name: 'Add a credential' }).click();
    await page.getByRole('button', { name: /Cosmetology licence/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cosmetology licence');
    check(await listViolations(page)).toEqual([]);

    // nothing is handed in without files
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByText('This is needed: The document, all pages.')).toBeVisible();
    await expect(page.getByText('Enter the number as it stands on the document.')).toBeVisible();

    // the line breaks, and the same file is sent again
    const input = page.locator('input[type="file"]');
    await page.route('**/uploads/**', (route) => route.abort('connectionreset'), { times: 1 });
    await input.setInputFiles(photo);
    await expect(page.getByText('The connection broke off. Nothing is lost: try again.').last()).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: /front\.jpg/ })).toBeVisible();
    await input.setInputFiles(certificate);
    await expect(page.getByRole('link', { name: /certificate\.pdf/ })).toBeVisible();

    // what is not a picture is refused for what it is, and a file can be taken back
    await input.setInputFiles({ ...photo, name: 'page.jpg', buffer: Buffer.from('<html><script></script></html>') });
    await expect(page.getByText('This is not a JPEG, PNG or WebP picture and not a PDF').last()).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss page.jpg' }).click();
    await page.getByRole('button', { name: 'Remove certificate.pdf' }).click();
    await expect(page.getByRole('link', { name: /certificate\.pdf/ })).toHaveCount(0);

    // the fields, and handing in
    await page.getByLabel('Number on the document').fill('COS-2027-118');
    await page.getByLabel('Issued by').fill('Hangzhou Vocational Skills Centre');
    await page.getByLabel('Day of issue').fill('2027-01-12');
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { name: 'Being checked' })).toBeVisible();
    await expect(page.getByText(/Decision by/)).toBeVisible();

    // proof of what is valid already
    await page.getByRole('button', { name: 'Show proof' }).first().click();
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    check(problems.filter((problem) => !problem.includes('ERR_CONNECTION_RESET'))).toEqual([]);

    await seenByAuditor(browser, doorstep, width);
  });
});

/** The auditor opens the very file, without what the camera wrote into it. */
async function seenByAuditor(browser: Browser, doorstep: RunningDoorstep, width: number): Promise<void> {
  const { page } = await openPage(browser, { width, now: doorstep.clock.now() });
  await signIn(page, doorstep, 'auditor');
  const files = await page.evaluate(async () => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          '{ auditQueue(first: 100) { edges { node { number provider { displayName } evidence { name contentType url } } } } }',
      }),
    });
    const { data } = (await response.json()) as {
      data: {
        auditQueue: {
          edges: { node: { number: string; evidence: { name: string; contentType: string; url: string }[] } }[];
        };
      };
    };
    const found = data.auditQueue.edges.find(({ node }) => node.number === 'COS-2027-118');
    const { url, name } = found!.node.evidence[0]!;
    const shown = await (await fetch(url)).text();
    return { count: found!.node.evidence.length, name, hasCanary: shown.includes('CANARY'), bytes: shown.length };
  });

  check(files).toMatchObject({ count: 1, name: 'front.jpg', hasCanary: false });
  check(files.bytes).toBeGreaterThan(1_000);
}

async function signIn(page: Page, doorstep: RunningDoorstep, role: 'provider' | 'auditor'): Promise<void> {
  await page.goto(doorstep.url);
  await page.evaluate(async (email) => {
    await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { signIn(input: { email: "${email}", password: "doorstep-demo" }) { __typename } }`,
      }),
    });
  }, `${role}@demo.doorstep`);
}
