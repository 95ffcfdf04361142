import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import {
  isOfPattern,
  listComposedKeys,
  listPages,
  listPlaceholders,
  listQuotedKeys,
  listReachable,
  listRoutes,
  listTextFiles,
  listTextsLoadedBy,
  listTextsOfShell,
  listWrittenKeys,
  readTexts,
  sources,
} from './web-texts.ts';
import { ownTexts } from './composed-texts.ts';

/** Chinese texts without a Chinese character or sign: names and units that are written so in Chinese too. */
const sameInChinese: readonly string[] = [
  'shell.brand',
  'visits.actor.OPERATOR',
  'visits.actor.SYSTEM',
  'visits.actor.operator',
  'visits.actor.system',
];

/** English texts with Chinese characters: a language is offered under its own name. */
const chineseInEnglish: readonly string[] = [];

/** Keys that the code puts together from a value of a GraphQL enum: each value needs its text. */
const enumTexts: Readonly<Record<string, string>> = {
  'account-admin.role.*': 'Role',
  'account.role.*': 'Role',
  'audit-desk.confirm.*': 'CredentialDecision',
  'audit-desk.conflict.*': 'ConflictOfInterest',
  'audit-desk.decided.*': 'CredentialDecision',
  'audit-desk.done.*': 'CredentialDecision',
  'audit-desk.reasonFor.*': 'CredentialDecision',
  'audit-desk.state.*': 'CredentialState',
  'audit-log.actorKind.*': 'AuditActorKind',
  'audit-log.fault.*': 'AuditFault',
  'audit-log.role.*': 'Role',
  'booking.reason.*': 'BookabilityCode',
  'course-desk.kinds.*': 'QuestionKind',
  'course-desk.reasons.*': 'AssignmentReason',
  'course-desk.states.*': 'CourseVersionState',
  'courses.need.*': 'CourseNeed',
  'credential-oversight.board.cause.*': 'SubstituteCause',
  'earnings.kind.*': 'LedgerTransactionKind',
  'factors.rule.*': 'SecondFactorRule',
  'factors.step.use.*': 'SecondFactorMethod',
  'household.role.*': 'HouseholdRole',
  'household.roleMeans.*': 'HouseholdRole',
  'ledger.account.*': 'LedgerAccount',
  'ledger.kind.*': 'LedgerTransactionKind',
  'moves.person.term.*': 'MoveTerm',
  'moves.status.*': 'MoveProposalStatus',
  'operations.channel.*': 'DeliveryChannel',
  'operations.state.*': 'BookingState',
  'operations.status.*': 'DeliveryStatus',
  'operations.tense.*': 'BookingTense',
  'provider-oversight.incident.*': 'IncidentKind',
  'provider-credentials.state.*': 'CredentialState',
  'results.empty.*.text': 'EmptySearchReason',
  'results.empty.*.title': 'EmptySearchReason',
  'results.sort.*': 'ProviderSort',
  'security.method.*': 'SignInMethod',
  'series.scope.*': 'SeriesScope',
  'series.status.*': 'SeriesDateStatus',
  'series.visitStatus.*': 'SeriesVisitStatus',
  'shell.bookingState.*': 'BookingState',
  'shell.gender.*': 'Gender',
  'shell.level.*': 'ProviderLevel',
  'shell.travel.*': 'TravelMode',
  'support.kind.*': 'SupportCaseKind',
  'visit-day.extra.state.*': 'ExtraState',
  'visits.move.term.*': 'MoveTerm',
  'visits.now.*': 'BookingState',
  'waitlist.status.*': 'WaitlistStatus',
};

const english = readTexts('en');
const chinese = readTexts('zh-CN');
const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
const all = [...sources.values()];
const written = new Set(all.flatMap(listWrittenKeys));
const composed = new Set(all.flatMap(listComposedKeys));
const quoted = new Set(all.flatMap(listQuotedKeys));

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum of the schema`);
  return type.getValues().map((value) => value.name);
}

describe('the texts of both languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect(english.size).toBeGreaterThan(100);
  });

  it('have the same placeholders', () => {
    const differing = [...english].filter(
      ([key, text]) => String(listPlaceholders(text)) !== String(listPlaceholders(chinese.get(key) ?? '')),
    );

    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.split('|').some((form) => form.trim() === ''));

    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('are Chinese in Chinese, but for names and units', () => {
    const foreign = [...chinese].filter(([, text]) => /^\p{ASCII}*$/u.test(text)).map(([key]) => key);

    expect(foreign.filter((key) => !/^\W*$/.test((chinese.get(key) ?? '').replace(/\{\w+\}/g, ''))).sort()).toEqual(
      [...sameInChinese].sort(),
    );
  });

  it('are not Chinese in English, but for the name of the language', () => {
    const foreign = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key);

    expect(foreign.sort()).toEqual([...chineseInEnglish].sort());
  });

  it.each([
    ['en', english],
    ['zh-CN', chinese],
  ])('can be shown in %s, whatever the count', (locale, texts) => {
    const i18n = createI18n({
      legacy: false,
      locale,
      flatJson: true,
      messages: { [locale]: Object.fromEntries(texts) },
    });
    const unreadable = [...texts].filter(([key, text]) => {
      const values = Object.fromEntries(listPlaceholders(text).map((name) => [name, '7']));
      return [0, 1, 7].some((count) => /[{}]|^$/.test(i18n.global.t(key, values, count)));
    });

    expect(unreadable.map(([key]) => key)).toEqual([]);
  });
});

describe('the keys that the web app uses', () => {
  it('exist', () => {
    const features = new Set([...english.keys()].map((key) => key.slice(0, key.indexOf('.'))));
    const quotedOfFeature = [...quoted].filter((key) => features.has(key.slice(0, key.indexOf('.'))));

    expect([...written, ...quotedOfFeature].filter((key) => !english.has(key))).toEqual([]);
  });

  it('are listed here where the code puts them together', () => {
    expect([...composed].sort()).toEqual([...Object.keys(enumTexts), ...ownTexts].sort());
  });

  it.each(Object.entries(enumTexts))('have a text for each value: %s of %s', (pattern, name) => {
    const missing = valuesOf(name).filter((value) => !english.has(pattern.replace('*', value)));

    expect(missing).toEqual([]);
  });

  it.each(ownTexts)('have a text: %s', (pattern) => {
    expect([...english.keys()].some((key) => isOfPattern(key, pattern))).toBe(true);
  });

  it('are all there are: no text is left over', () => {
    const isUsed = (key: string): boolean =>
      written.has(key) || quoted.has(key) || [...composed].some((pattern) => isOfPattern(key, pattern));

    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('each page', () => {
  const shell = listTextsOfShell();

  it('has a route', () => {
    expect(
      listRoutes()
        .map(({ page }) => page)
        .sort(),
    ).toEqual(listPages());
  });

  it.each(listRoutes())('$page finds every text it shows loaded', ({ page, texts }) => {
    const needed = listTextFiles(listReachable(page));

    expect(needed.length).toBeGreaterThan(0);
    expect(needed.filter((name) => ![...shell, ...texts].includes(name))).toEqual([]);
  });

  it('stands in a shell that needs no text of a page, but for what it loads with a dialog', () => {
    expect(shell.length).toBeGreaterThan(0);
    const loaded = listTextsLoadedBy('app/App.vue');
    const needed = listTextFiles(listReachable('app/App.vue'));

    expect(needed.filter((name) => ![...shell, ...loaded].includes(name))).toEqual([]);
  });
});

describe('how keys are found', () => {
  it('reads written, composed and quoted keys, and no other call', () => {
    const source = `t('a.b'); $t('a.c', { n: 1 }); te(\`a.\${b ?? 'C'}.d\`); set('a.e'); const label = 'f.g';`;

    expect(listWrittenKeys(source)).toEqual(['a.b', 'a.c']);
    expect(listComposedKeys(source)).toEqual(['a.*.d']);
    expect(listQuotedKeys(source)).toEqual(['a.b', 'a.c', 'a.e', 'f.g']);
  });

  it('lets a star stand for exactly one part', () => {
    expect(isOfPattern('a.B.d', 'a.*.d')).toBe(true);
    expect(isOfPattern('a.B.c.d', 'a.*.d')).toBe(false);
    expect(isOfPattern('a.B.e', 'a.*.d')).toBe(false);
  });
});
