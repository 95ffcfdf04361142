import { expect as withPlaywright } from '@playwright/test';

/** Playwright's, with patience for a machine that runs two browsers and their servers at once. */
export const expect = withPlaywright.configure({ timeout: 15_000 });
