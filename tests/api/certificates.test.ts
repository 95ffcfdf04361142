import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCourse } from '../support/builders/course.builder.ts';
import { buildCertificate } from '../support/builders/credential.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { passCourse } from '../support/course-operations.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { readPdfText } from '../support/pdf-text.ts';
import { availableStarts } from '../support/search-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

describe('a certificate counts as a credential does', () => {
  it('makes the item bookable from the day it is passed up to its last day, and not the day after', async () => {
    const { course } = await buildCourse(api.em, { code: 'ONE_MONTH', validityMonths: 1 });
    const item = await buildServiceItem(api.em, { requiredCourseCode: 'ONE_MONTH' });
    const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
    const scene = await buildBookingScene(api, { items: [item], qualified: false, account: account.id });
    const { items, place } = scene.wish();
    const starts = (day: string): Promise<string[]> =>
      availableStarts(scene.client, { providerId: scene.provider.id, items, place, from: day, to: day });
    expect(await starts('2027-03-11')).toEqual([]);
    expect(await holdSlot(scene.client, scene.wish())).toMatchObject({ __typename: 'NotBookableError' });

    const certificate = await passCourse(await api.as(account), course.id);

    expect(certificate).toMatchObject({ validFrom: '2027-03-10', validUntil: '2027-04-10' });
    expect((await starts('2027-04-10')).length).toBeGreaterThan(0);
    expect(await starts('2027-04-11')).toEqual([]);
    expect((await holdSlot(scene.client, scene.wish())).__typename).toBe('Hold');
  });
});

describe('verifyCredential of a certificate', () => {
  const check = async (code: string, headers?: Record<string, string>): Promise<unknown> =>
    (
      await api
        .visitor(headers)
        .ask<{ verifyCredential: unknown }>(
          'query ($code: String!) { verifyCredential(code: $code) { light holderName typeName validUntil } }',
          { code },
        )
    ).verifyCredential;

  it.each([
    ['a valid one', {}, ProviderStatus.ACTIVE, 'GREEN'],
    ['one on its last day', { validUntil: '2027-03-10' }, ProviderStatus.ACTIVE, 'GREEN'],
    ['one that ran out yesterday', { validUntil: '2027-03-09' }, ProviderStatus.ACTIVE, 'AMBER'],
    ['one without end', { validUntil: null }, ProviderStatus.ACTIVE, 'GREEN'],
    ['one of a suspended holder', {}, ProviderStatus.SUSPENDED, 'RED'],
  ])('shows %s with the name of the course', async (_what, overrides, status, light) => {
    const provider = await buildProvider(api.em, { status });
    const { verificationCode, validUntil } = await buildCertificate(api.em, {
      provider: provider.id,
      courseCode: 'CHECKED',
      ...overrides,
    });

    expect(await check(verificationCode)).toEqual({
      light,
      holderName: 'Rosa Almeida',
      typeName: 'Safe work',
      validUntil,
    });
    expect(await check(verificationCode, { 'accept-language': 'zh-CN' })).toMatchObject({ typeName: '安全作业' });
  });

  it('is what the badge of the résumé leads to', async () => {
    const provider = await buildProvider(api.em);
    const { verificationCode } = await buildCertificate(api.em, { provider: provider.id, courseCode: 'CHECKED' });

    const answer = await api
      .visitor()
      .ask<{ provider: { badges: unknown } }>(
        `{ provider(id: "${provider.id}") { badges { code verificationCode } } }`,
      );

    expect(answer.provider.badges).toEqual([{ code: 'CHECKED', verificationCode }]);
  });
});

describe('GET /certificates/<code>.pdf', () => {
  async function buildCode(overrides: { validUntil?: string | null } = {}): Promise<string> {
    const { version, course } = await buildCourse(api.em, {
      name: { en: 'Safe work with cleaning agents', 'zh-CN': '清洁用品安全使用' },
    });
    const provider = await buildProvider(api.em, { displayName: { en: 'Lin Yue', 'zh-CN': '林悦' } });
    const { verificationCode } = await buildCertificate(api.em, {
      provider: provider.id,
      courseCode: course.code,
      version: version.id,
      ...overrides,
    });
    return verificationCode;
  }

  it.each([
    ['en', ['Certificate', 'Lin Yue', 'Safe work with cleaning agents', '1 January 2026', '31 December 2027']],
    ['zh-CN', ['结业证书', '林悦', '清洁用品安全使用', '2026年1月1日', '2027年12月31日']],
  ])('holds the text in %s, to be selected and searched', async (lang, words) => {
    const code = await buildCode();

    const response = await fetch(`${api.url}/certificates/${code}.pdf?lang=${lang}`);
    const pdf = Buffer.from(await response.arrayBuffer());

    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = readPdfText(pdf);
    for (const word of [...words, code]) expect(text).toContain(word);
    expect(text).not.toContain('\uFFFD');
    // The part of the fonts it needs, not the ten megabytes of both.
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('follows the language of the browser where none is asked for, and says that one has no end', async () => {
    const code = await buildCode({ validUntil: null });

    const response = await fetch(`${api.url}/certificates/${code}.pdf`, {
      headers: { 'accept-language': 'zh-CN,en;q=0.5' },
    });

    expect(readPdfText(Buffer.from(await response.arrayBuffer()))).toContain('长期有效');
  });

  it.each(['unknown', 'x'.repeat(200), '%00', '..%2f..%2fetc%2fpasswd'])('knows nothing of %s', async (code) => {
    const response = await fetch(`${api.url}/certificates/${code}.pdf`);

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });
});
