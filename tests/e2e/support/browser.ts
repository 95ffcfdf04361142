import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { onTestFailed } from 'vitest';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

/** A headless Chromium that keeps to itself. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface PageOptions {
  readonly width: number;
  readonly locale?: 'en-GB' | 'zh-CN';
  readonly colorScheme?: 'light' | 'dark';
  /** What the browser's own clock shows when the page opens; it goes on from there. */
  readonly now: Date;
}

/** A fresh visitor's page. Whatever the page logs as an error is collected in `problems`. */
export async function openPage(
  browser: Browser,
  { width, locale = 'en-GB', colorScheme = 'light', now }: PageOptions,
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    locale,
    colorScheme,
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.install({ time: now });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
}

let kept = 0;

/** Within a test: should it fail, what the page looked like then lies in test-results/. */
export function keepPictureOnFailure(page: Page): void {
  onTestFailed(async ({ task }) => {
    await page
      .screenshot({ path: join('test-results', `${task.name.replaceAll(/\W+/g, '-')}-${kept++}.png`), fullPage: true })
      .catch(() => undefined);
  });
}

/** Accessibility violations of the page as it stands, of every level, in words. */
export async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join('; ')})`,
  );
}
