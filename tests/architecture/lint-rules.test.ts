import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import exceptions from './lint-exceptions.json' with { type: 'json' };

const projectRules = new Set([
  'doorstep/documented-exports',
  'no-console',
  'no-restricted-globals',
  'no-restricted-imports',
  'no-restricted-properties',
  'no-restricted-syntax',
  'no-warning-comments',
  '@eslint-community/eslint-comments/no-unlimited-disable',
  '@eslint-community/eslint-comments/require-description',
]);

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  ruleFilter: ({ ruleId }) => projectRules.has(ruleId),
  // The planted sources are in no TypeScript project, and these rules need no types.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

async function listBrokenRules(path: string, source: string): Promise<string[]> {
  const results = await eslint.lintText(source, { filePath: path });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}

const domain = 'api/modules/pricing/domain/planted.ts';

describe('lint rules of the project', () => {
  it.each([
    ['api/app/planted.ts', 'no-restricted-properties', 'export const port = process.env.PORT;'],
    ['web/src/app/planted.ts', 'no-restricted-properties', "export const port = process.env['PORT'];"],
    ['api/modules/pricing/planted.ts', 'no-restricted-properties', 'const { env } = process;\nexport { env };'],
    ['api/platform/planted.ts', 'no-restricted-imports', "import { env } from 'node:process';\nexport { env };"],
    ['api/modules/pricing/planted.ts', 'no-restricted-syntax', 'export const now = new Date();'],
    ['api/modules/pricing/planted.ts', 'no-restricted-syntax', 'export const now = Date.now();'],
    ['api/kernel/planted.ts', 'no-restricted-syntax', '/** Now. */\nexport const now = Temporal.Now.instant();'],
    [domain, 'no-restricted-syntax', '/** A number. */\nexport const chance = Math.random();'],
    [domain, 'no-restricted-globals', '/** An id. */\nexport const id = crypto.randomUUID();'],
    [domain, 'doorstep/documented-exports', 'export const one = 1;'],
    [domain, 'doorstep/documented-exports', '// One.\nexport const one = 1;'],
    ['api/modules/pricing/planted.ts', 'no-console', "console.log('here');"],
    ['api/platform/planted.ts', 'no-console', "console.error('here');"],
    ['web/src/ui/planted.ts', 'no-console', "console.warn('here');"],
    ['api/modules/pricing/pricing.resolver.ts', 'no-restricted-imports', "import '@mikro-orm/core';"],
    ['api/modules/pricing/pricing.resolver.ts', 'no-restricted-imports', "import type { Kysely } from 'kysely';"],
    ['api/app/planted.ts', 'no-warning-comments', '// TODO: later\nexport {};'],
    ['api/app/planted.ts', '@eslint-community/eslint-comments/no-unlimited-disable', '/* eslint-disable -- why */'],
    [
      'api/app/planted.ts',
      '@eslint-community/eslint-comments/require-description',
      '// eslint-disable-next-line no-var\nvar one = 1;\nexport { one };',
    ],
  ])('refuse in %s by %s: %s', async (path, rule, source) => {
    expect(await listBrokenRules(path, source)).toContain(rule);
  });

  it.each([
    ['api/platform/config.ts', 'export const port = process.env.PORT;'],
    ['tests/support/planted.ts', 'export const now = new Date();\nexport const port = process.env.PORT;'],
    ['api/bootstrap/planted.mjs', 'console.log(process.env.PORT);'],
    ['api/platform/planted.ts', 'export const clock = { now: () => new Date() };'],
    [domain, '/** The day after the epoch. */\nexport const day = new Date(86_400_000);'],
    ['api/modules/pricing/quote.service.ts', "import type { Kysely } from 'kysely';\nexport type K = Kysely<unknown>;"],
  ])('allow in %s: %s', async (path, source) => {
    expect(await listBrokenRules(path, source)).toEqual([]);
  });

  it('have no exception without a reason', () => {
    expect(exceptions.filter(({ reason }) => reason.split(' ').length < 5)).toEqual([]);
  });

  it('only refuse: no rule warns', async () => {
    const paths = [
      'api/main.ts',
      'web/src/main.ts',
      'web/src/app/App.vue',
      'schema/schema.graphql',
      'web/src/app/session.graphql',
    ];
    const configs = await Promise.all(
      paths.map(async (path) => eslint.calculateConfigForFile(path) as Promise<ESLintConfig>),
    );
    const warnings = configs.flatMap(({ rules }) =>
      Object.entries(rules)
        .filter(([, [severity]]) => severity === 1)
        .map(([rule]) => rule),
    );

    expect([...new Set(warnings)]).toEqual([]);
  });
});

interface ESLintConfig {
  readonly rules: Readonly<Record<string, readonly [number, ...unknown[]]>>;
}
