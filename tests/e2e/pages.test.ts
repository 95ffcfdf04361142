import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

type Role = 'visitor' | 'household' | 'provider' | 'auditor' | 'operator' | 'admin';

interface Visit {
  readonly name: string;
  readonly role: Role;
  readonly path: (found: Found) => string;
}

/** Addresses that depend on the demo. */
interface Found {
  readonly search: string;
  readonly nobody: string;
  readonly providerId: string;
  readonly bookingId: string;
  readonly badge: string;
  readonly courseId: string;
  readonly accountId: string;
}

const VISITS: readonly Visit[] = [
  { name: 'home', role: 'visitor', path: () => '/' },
  { name: 'results', role: 'visitor', path: ({ search }) => search },
  { name: 'nobody found', role: 'visitor', path: ({ nobody }) => nobody },
  { name: 'provider', role: 'visitor', path: ({ providerId }) => `/providers/${providerId}` },
  { name: 'credential check', role: 'visitor', path: ({ badge }) => `/verify/${badge}` },
  { name: 'sign in', role: 'visitor', path: () => '/sign-in' },
  { name: 'sign up', role: 'visitor', path: () => '/sign-up' },
  { name: 'forgotten password', role: 'visitor', path: () => '/forgot-password' },
  { name: 'new password', role: 'visitor', path: () => '/reset-password#x' },
  { name: 'link that is over', role: 'visitor', path: () => '/verify-email' },
  { name: 'proving another address', role: 'visitor', path: () => '/confirm-email#x' },
  { name: 'no such page', role: 'visitor', path: () => '/nowhere' },
  { name: 'sign-in and security', role: 'household', path: () => '/account/security' },
  { name: 'bookings', role: 'household', path: () => '/bookings' },
  { name: 'booking', role: 'household', path: ({ bookingId }) => `/bookings/${bookingId}` },
  { name: 'household', role: 'household', path: () => '/account/household' },
  { name: 'invitation that is over', role: 'visitor', path: () => '/invitation#none' },
  { name: 'privacy', role: 'household', path: () => '/account/privacy' },
  { name: "provider's day", role: 'provider', path: () => '/pro' },
  { name: "provider's week", role: 'provider', path: () => '/pro/week' },
  { name: "provider's hours", role: 'provider', path: () => '/pro/hours' },
  { name: "provider's credentials", role: 'provider', path: () => '/pro/credentials' },
  { name: 'what can be proved', role: 'provider', path: () => '/pro/credentials?add' },
  { name: "provider's courses", role: 'provider', path: () => '/pro/courses' },
  { name: 'a lesson', role: 'provider', path: ({ courseId }) => `/pro/courses/${courseId}` },
  { name: 'a quiz', role: 'provider', path: ({ courseId }) => `/pro/courses/${courseId}?at=quiz` },
  { name: 'audit desk', role: 'auditor', path: () => '/audit' },
  { name: 'conversations', role: 'household', path: () => '/messages' },
  { name: 'waitlist', role: 'household', path: () => '/waitlist' },
  { name: 'cases', role: 'operator', path: () => '/ops/cases' },
  { name: 'reported messages', role: 'operator', path: () => '/ops/reports' },
  { name: 'terms of regions', role: 'operator', path: () => '/ops/policies' },
  { name: 'second looks', role: 'auditor', path: () => '/audit/reaudits' },
  { name: 'agreement', role: 'auditor', path: () => '/audit/agreement' },
  { name: 'substitutions', role: 'operator', path: () => '/ops/substitutions' },
  { name: 'all credentials', role: 'operator', path: () => '/ops/credentials' },
  { name: 'credential types', role: 'operator', path: () => '/ops/credential-types' },
  { name: 'outbox', role: 'operator', path: () => '/ops/outbox' },
  { name: 'all bookings', role: 'operator', path: () => '/ops/bookings' },
  { name: 'all courses', role: 'operator', path: () => '/ops/courses' },
  { name: 'lessons of a course', role: 'operator', path: ({ courseId }) => `/ops/courses/${courseId}` },
  {
    name: 'questions of a course',
    role: 'operator',
    path: ({ courseId }) => `/ops/courses/${courseId}?part=questions`,
  },
  { name: 'rules of a course', role: 'operator', path: ({ courseId }) => `/ops/courses/${courseId}?part=rules` },
  { name: 'history of a course', role: 'operator', path: ({ courseId }) => `/ops/courses/${courseId}?part=history` },
  { name: 'people of a course', role: 'operator', path: ({ courseId }) => `/ops/courses/${courseId}?part=people` },
  { name: 'audit log', role: 'operator', path: () => '/ops/audit' },
  { name: 'accounts', role: 'admin', path: () => '/ops/admin' },
  { name: 'an account', role: 'admin', path: ({ accountId }) => `/ops/admin/${accountId}` },
];

const LOOKS = [
  { width: 360, locale: 'en-GB', colorScheme: 'light' },
  { width: 1440, locale: 'zh-CN', colorScheme: 'dark' },
] as const;

describe.each(LOOKS)('every page at $width px, $locale, $colorScheme', (look) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  let found: Found;
  const pages = new Map<Role, { page: Page; problems: string[] }>();

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
    found = await findAddresses(doorstep);
    for (const role of ['visitor', 'household', 'provider', 'auditor', 'operator', 'admin'] as const) {
      const opened = await openPage(browser, { ...look, now: doorstep.clock.now() });
      await opened.page.goto(doorstep.url);
      if (role !== 'visitor') await signIn(opened.page, role);
      pages.set(role, opened);
    }
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it.each(VISITS)(
    '$name has one heading, nothing cut off, no accessibility violation and no error',
    async ({ role, path }) => {
      const { page, problems } = pages.get(role)!;
      keepPictureOnFailure(page);
      problems.length = 0;

      await page.goto(`${doorstep.url}${path(found)}`, { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

      check(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
      check(await page.evaluate(() => document.documentElement.lang)).toBe(look.locale === 'en-GB' ? 'en' : 'zh-CN');
      check(await listViolations(page)).toEqual([]);
      check(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    },
  );
});

async function signIn(page: Page, role: Role): Promise<void> {
  const signedIn = await ask<{ signIn: { __typename: string } }>(
    page,
    `mutation { signIn(input: { email: "${role}@demo.doorstep", password: "doorstep-demo" }) { __typename } }`,
  );
  check(signedIn.signIn.__typename).toBe('SignedIn');
}

async function ask<T>(page: Page, query: string): Promise<T> {
  return page.evaluate(async (text) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return ((await response.json()) as { data: never }).data;
  }, query);
}

async function post<T>(doorstep: RunningDoorstep, query: string, token?: string): Promise<T> {
  const response = await fetch(`${doorstep.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: T }).data;
}

async function findAddresses(doorstep: RunningDoorstep): Promise<Found> {
  const { regions } = await post<{
    regions: { id: string; code: string; places: { latitude: number; longitude: number; name: string }[] }[];
  }>(doorstep, '{ regions { id code places { latitude longitude name } } }');
  const hangzhou = regions.find(({ code }) => code === 'hangzhou')!;
  const { serviceItems } = await post<{ serviceItems: { edges: { node: { id: string; code: string } }[] } }>(
    doorstep,
    `{ serviceItems(regionId: "${hangzhou.id}", first: 50) { edges { node { id code } } } }`,
  );
  const item = serviceItems.edges.find(({ node }) => node.code === 'home-cleaning')!.node;
  const { signIn: household } = await post<{ signIn: { token: string; viewer: { id: string } } }>(
    doorstep,
    'mutation { signIn(input: { email: "household@demo.doorstep", password: "doorstep-demo" }) { ... on SignedIn { token viewer { id } } } }',
  );
  const { myBookings } = await post<{
    myBookings: {
      edges: { node: { id: string; provider: { id: string; badges: { verificationCode: string | null }[] } } }[];
    };
  }>(
    doorstep,
    '{ myBookings(filter: { tense: UPCOMING }) { edges { node { id provider { id badges { verificationCode } } } } } }',
    household.token,
  );
  const { signIn: provider } = await post<{ signIn: { token: string } }>(
    doorstep,
    'mutation { signIn(input: { email: "provider@demo.doorstep", password: "doorstep-demo" }) { ... on SignedIn { token } } }',
  );
  const { myCourses } = await post<{ myCourses: { id: string }[] }>(doorstep, '{ myCourses { id } }', provider.token);
  const booking = myBookings.edges[0]!.node;
  const searchAt = (latitude: number, longitude: number, name: string): string => {
    const day = doorstep.clock.now().toISOString().slice(0, 10);
    const later = new Date(doorstep.clock.now().getTime() + 4 * 86_400_000).toISOString().slice(0, 10);
    return `/search?${new URLSearchParams({ region: 'hangzhou', do: `${item.id}~3`, at: `${latitude},${longitude}`, near: name, from: day, to: later }).toString()}`;
  };
  const middle = hangzhou.places[1]!;
  return {
    search: searchAt(middle.latitude, middle.longitude, middle.name),
    nobody: searchAt(30.06, 120.05, 'Far away'),
    providerId: booking.provider.id,
    bookingId: booking.id,
    courseId: myCourses[0]!.id,
    accountId: household.viewer.id,
    badge: booking.provider.badges.find(({ verificationCode }) => verificationCode !== null)!.verificationCode!,
  };
}
