import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { METADATA_CANARY, photoWithMetadata } from '../support/sample-files.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const WORDS = 'A photo of gloves on a table';

describe('a picture in a lesson', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('is uploaded, put into words, published, and seen by a provider', async () => {
    const operator = await signedIn('operator', 1440);
    const { page } = operator;
    await page.goto(`${doorstep.url}/ops/courses`);
    await page.getByRole('link', { name: 'Basics of child care' }).click();
    await page.getByRole('button', { name: 'Write a new version' }).click();

    // Its picture is not among the pictures of this demo, which has no files.
    await page.getByRole('button', { name: 'Remove: Lesson 2' }).click();
    const lesson = page.getByRole('region', { name: 'Lesson 1' });
    const words = lesson.getByLabel('Words (Markdown), English', { exact: true });
    await words.fill('Gloves first.\n\nThen the rest.');
    await words.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(13, 13));
    await lesson.getByRole('button', { name: 'Pictures' }).click();
    await lesson.locator('input[type="file"]').setInputFiles({
      name: 'gloves.jpg',
      mimeType: 'image/jpeg',
      buffer: await photoWithMetadata(1_200, 800),
    });
    await expect(words).toHaveValue(/^Gloves first\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\n\nThen the rest\.$/);
    await expect(words).toBeFocused();
    await expect(lesson.getByRole('button', { name: 'Insert picture 1' })).toBeVisible();
    check(await listViolations(page)).toEqual([]);

    await publish(page);
    await expect(page.getByRole('alert')).toContainText('Lesson 1: Say in words what each picture shows');
    await words.focus();
    await words.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(17, 17));
    await page.keyboard.type(WORDS);
    await lesson.getByRole('button', { name: 'Preview' }).click();
    await expect(lesson.getByRole('img', { name: WORDS })).toBeVisible();
    check(await widthOf(page, WORDS)).toBe(800);

    // Unsaved words are asked about.
    const question = new Promise<string>((answer) => {
      page.once('dialog', (dialog) => {
        answer(dialog.message());
        void dialog.dismiss();
      });
    });
    await page.getByRole('link', { name: 'Courses', exact: true }).first().click();
    check(await question).toBe('Leave without saving?');
    await expect(words).toHaveValue(new RegExp(WORDS));
    await publish(page);
    await expect(page.getByRole('button', { name: 'Write a new version' })).toBeVisible();

    const provider = await signedIn('provider', 360);
    await provider.page.goto(`${doorstep.url}/pro/courses`);
    await provider.page.getByRole('link', { name: /Basics of child care/ }).click();
    await provider.page.getByRole('button', { name: /Before the parents leave/ }).click();
    const picture = provider.page.getByRole('img', { name: WORDS });
    await expect(picture).toBeVisible();
    await expect.poll(() => widthOf(provider.page, WORDS)).toBe(800);
    check(await overflows(provider.page)).toBe(false);
    check(await listViolations(provider.page)).toEqual([]);
    const file = await provider.page.request.get(new URL((await picture.getAttribute('src'))!, doorstep.url).href);
    check((await file.body()).includes(METADATA_CANARY)).toBe(false);

    check([...operator.problems, ...provider.problems]).toEqual([]);
  });

  it('keeps what a provider typed of a credential over a reload, and asks before it is left', async () => {
    const { page, problems } = await signedIn('provider', 360);
    await page.goto(`${doorstep.url}/pro/credentials`);
    await page.getByRole('button', { name: 'Add a credential' }).first().click();
    await page.getByRole('button', { name: /Trade licence/i }).click();
    const number = page.getByLabel('Number on the document');
    await number.fill('GB-77-1234');

    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('button', { name: 'All credentials' }).click();
    await expect(number).toHaveValue('GB-77-1234');

    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(number).toHaveValue('GB-77-1234');
    check(problems).toEqual([]);
  });

  async function signedIn(who: 'operator' | 'provider', width: number): Promise<{ page: Page; problems: string[] }> {
    const opened = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(opened.page);
    await opened.page.goto(doorstep.url);
    await opened.page.evaluate(async (email) => {
      const query = `mutation { signIn(input: { email: "${email}", password: "doorstep-demo" }) { __typename } }`;
      await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
    }, `${who}@demo.doorstep`);
    return opened;
  }
});

/** Pixels of the picture that has come; 0 while none has. */
async function widthOf(page: Page, name: string): Promise<number> {
  return page.getByRole('img', { name }).evaluate((image: HTMLImageElement) => image.naturalWidth);
}

async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
