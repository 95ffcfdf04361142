import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBrokenRules, listRuleNames, type BrokenRule, type SourceTree } from './planted-tree.ts';

interface ModuleTable {
  readonly modules: Readonly<Record<string, readonly string[]>>;
  findCycle(table: Readonly<Record<string, readonly string[]>>): string[] | null;
  listUnknownTargets(table: Readonly<Record<string, readonly string[]>>): string[];
}

const { modules, findCycle, listUnknownTargets } = createRequire(import.meta.url)('./modules.cjs') as ModuleTable;
const moduleNames = Object.keys(modules);

/** What the planted sources import besides each other. */
const targets: SourceTree = {
  ...Object.fromEntries(moduleNames.map((name) => [`api/modules/${name}/index.ts`, 'export const door = 1;\n'])),
  'api/modules/catalog/item.entity.ts': 'export class Item {}\n',
  'api/modules/catalog/catalog.module.ts': 'export const catalogModule = {};\n',
  'api/modules/catalog/domain/words.ts': 'export const words = [];\n',
  'api/modules/catalog/find-items.queries.ts': 'export const findItems = [];\n',
  'api/modules/pricing/quote.service.ts': 'export const quote = 1;\n',
  'api/kernel/money.ts': 'export interface Money { amount: number }\n',
  'api/kernel/ids.ts': "import { v7 } from 'uuid';\nexport const newId = v7;\n",
  'api/platform/database.ts': "export { EntityManager } from '@mikro-orm/core';\n",
  'api/platform/config.ts': 'export const config = {};\n',
  'api/app/context.ts': 'export const context = {};\n',
  'migrations/first.ts': 'export const first = 1;\n',
  'tests/support/clock.ts': 'export const clock = {};\n',
  'web/src/features/search/search-query.ts': 'export const query = 1;\n',
  'web/src/features/search/ResultRow.vue': '<template><p /></template>\n',
  'web/src/pages/HomePage.vue': '<template><p /></template>\n',
};

/** Rule → file → its source. Each file breaks that rule, and no other file does. */
const breaches: Readonly<Record<string, SourceTree>> = {
  'deep-import': {
    'api/modules/pricing/deep-entity.ts':
      "import { Item } from '../catalog/item.entity.ts';\nexport const item = new Item();\n",
    'api/modules/pricing/deep-type.ts':
      "import type { Item } from '../catalog/item.entity.ts';\nexport type I = Item;\n",
    'api/modules/pricing/deep-domain.ts': "export { words } from '../catalog/domain/words.ts';\n",
    'api/modules/pricing/deep-dynamic.ts': "export const load = () => import('../catalog/item.entity.ts');\n",
    'api/modules/pricing/deep-typeof.ts': "export type I = import('../catalog/item.entity.ts').Item;\n",
  },
  'module-outside-the-table': {
    'api/modules/gardening/index.ts': "import type { Money } from '../../kernel/money.ts';\nexport type M = Money;\n",
  },
  'registration-is-for-app': {
    'api/modules/catalog/asks-itself.ts':
      "import { catalogModule } from './catalog.module.ts';\nexport { catalogModule };\n",
    'api/main.ts': "import { catalogModule } from './modules/catalog/catalog.module.ts';\nexport { catalogModule };\n",
  },
  'domain-is-pure': {
    'api/modules/pricing/domain/reads-file.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };\n",
    'api/modules/pricing/domain/reads-bare-file.ts': "import { readFileSync } from 'fs';\nexport { readFileSync };\n",
    'api/modules/pricing/domain/package.ts': "import lodash from 'lodash';\nexport { lodash };\n",
    'api/modules/pricing/domain/orm.ts':
      "import type { EntityManager } from '@mikro-orm/core';\nexport type E = EntityManager;\n",
    'api/modules/pricing/domain/platform.ts':
      "import { config } from '../../../platform/config.ts';\nexport { config };\n",
    'api/modules/pricing/domain/upwards.ts': "import { quote } from '../quote.service.ts';\nexport { quote };\n",
    'api/modules/pricing/domain/other-module.ts': "import { door } from '../../catalog/index.ts';\nexport { door };\n",
  },
  'domain-draws-no-ids': {
    'api/modules/pricing/domain/id.ts': "import { newId } from '../../../kernel/ids.ts';\nexport { newId };\n",
  },
  'kernel-knows-nobody': {
    'api/kernel/reads-platform.ts': "import { config } from '../platform/config.ts';\nexport { config };\n",
    'api/kernel/reads-module.ts':
      "import type { door } from '../modules/catalog/index.ts';\nexport type D = typeof door;\n",
    'api/kernel/reads-file.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };\n",
    'api/kernel/package.ts': "import lodash from 'lodash';\nexport { lodash };\n",
  },
  'no-orm-in-resolver': {
    'api/modules/catalog/mikro.resolver.ts':
      "import { EntityManager } from '@mikro-orm/core';\nexport { EntityManager };\n",
    'api/modules/catalog/kysely.resolver.ts':
      "import type { Kysely } from 'kysely';\nexport type K = Kysely<unknown>;\n",
    'api/modules/catalog/database.resolver.ts':
      "import type { EntityManager } from '../../platform/database.ts';\nexport type E = EntityManager;\n",
  },
  'policy-is-pure': {
    'api/modules/catalog/catalog.policy.ts':
      "import type { EntityManager } from '@mikro-orm/core';\nexport type E = EntityManager;\n",
    'api/modules/catalog/queries.policy.ts':
      "import { findItems } from './find-items.queries.ts';\nexport { findItems };\n",
  },
  'outside-world-behind-platform': {
    'api/modules/notifications/send-text.ts': "import twilio from 'twilio';\nexport { twilio };\n",
    'api/modules/notifications/enqueue.ts': "import type { Queue } from 'bullmq';\nexport type Q = Queue;\n",
    'api/modules/payments/charge.ts': "import Stripe from 'stripe';\nexport { Stripe };\n",
    'api/app/worker.ts': "import { Worker } from 'bullmq';\nexport { Worker };\n",
  },
  'modules-and-platform-below-app': {
    'api/modules/catalog/asks-app.ts': "import { context } from '../../app/context.ts';\nexport { context };\n",
    'api/platform/asks-app.ts': "import type { context } from '../app/context.ts';\nexport type C = typeof context;\n",
  },
  'platform-below-modules': {
    'api/platform/asks-module.ts': "import { door } from '../modules/catalog/index.ts';\nexport { door };\n",
  },
  'product-without-tests': {
    'migrations/Migration20260101_first.ts': "import { clock } from '../tests/support/clock.ts';\nexport { clock };\n",
    'api/app/fake-clock.ts': "import { clock } from '../../tests/support/clock.ts';\nexport { clock };\n",
  },
  'production-without-dev-dependencies': {
    'api/app/dev-package.ts': "import { createApp } from 'vue';\nexport { createApp };\n",
  },
  'bootstrap-before-install': {
    'api/bootstrap/package.mjs': "import lodash from 'lodash';\nexport { lodash };\n",
    'api/bootstrap/ours.mjs': "import { config } from '../platform/config.ts';\nexport { config };\n",
  },
  'web-without-api': {
    'web/src/app/asks-api.ts': "import type { Money } from '../../../api/kernel/money.ts';\nexport type M = Money;\n",
  },
  'api-without-web': {
    'api/app/asks-web.ts':
      "import { query } from '../../web/src/features/search/search-query.ts';\nexport { query };\n",
  },
  'features-apart': {
    'web/src/features/booking/relative.ts': "import { query } from '../search/search-query';\nexport { query };\n",
    'web/src/features/booking/alias.ts':
      "import type { query } from '@/features/search/search-query';\nexport type Q = typeof query;\n",
    'web/src/features/booking/BookingSteps.vue':
      '<script setup lang="ts">\nimport ResultRow from \'@/features/search/ResultRow.vue\';\n</script>\n<template><ResultRow /></template>\n',
  },
  'features-below-pages': {
    'web/src/features/booking/page.ts': "import HomePage from '@/pages/HomePage.vue';\nexport { HomePage };\n",
  },
  'ui-without-features': {
    'web/src/ui/feature.ts': "import { query } from '@/features/search/search-query';\nexport { query };\n",
  },
  unresolvable: {
    'api/app/missing.ts': "import { nothing } from './nothing.ts';\nexport { nothing };\n",
  },
};

/** What the rules must let through, each next to the breach it resembles. */
const allowed: SourceTree = {
  'api/modules/pricing/by-the-door.ts': "import { door } from '../catalog/index.ts';\nexport { door };\n",
  'api/modules/pricing/domain/pure.ts':
    "import { Temporal } from 'temporal-polyfill';\nimport type { Money } from '../../../kernel/money.ts';\nimport './own.ts';\nexport type M = Money | Temporal.Instant;\n",
  'api/modules/pricing/domain/own.ts': 'export const own = 1;\n',
  'api/modules/catalog/list-items.service.ts':
    "import type { EntityManager } from '@mikro-orm/core';\nimport { config } from '../../platform/config.ts';\nexport { config };\nexport type E = EntityManager;\n",
  'api/platform/queue.ts': "import { Queue } from 'bullmq';\nimport twilio from 'twilio';\nexport { Queue, twilio };\n",
  'api/platform/dev-types.ts': "import type { App } from 'vue';\nexport type A = App;\n",
  'api/vite.config.ts': "import { createApp } from 'vue';\nexport { createApp };\n",
  'migrations/create.ts': "import { clock } from '../tests/support/clock.ts';\nimport 'vitest';\nexport { clock };\n",
  'api/app/modules.ts':
    "import { catalogModule } from '../modules/catalog/catalog.module.ts';\nexport { catalogModule };\n",
  'api/app/demo/demo-items.ts': "import { Item } from '../../modules/catalog/item.entity.ts';\nexport { Item };\n",
  'api/bootstrap/start.mjs':
    "import { spawn } from 'node:child_process';\nimport './say.mjs';\nexport { spawn };\nawait import('lodash');\n",
  'api/bootstrap/say.mjs': 'export const say = 1;\n',
  'tests/jobs/queue.test.ts':
    "import { Queue } from 'bullmq';\nimport { expect } from 'vitest';\nimport { Item } from '../../api/modules/catalog/item.entity.ts';\nexport { Queue, expect, Item };\n",
  'web/src/pages/SearchPage.vue':
    "<script setup lang=\"ts\">\nimport ResultRow from '@/features/search/ResultRow.vue';\nimport { createApp } from 'vue';\ncreateApp(ResultRow);\n</script>\n<template><ResultRow /></template>\n",
};

/** One source for each ordered pair of modules: `from` opens the door of `to`. */
const pairs = moduleNames.flatMap((from) => moduleNames.filter((to) => to !== from).map((to) => ({ from, to })));
const edgeFile = ({ from, to }: { from: string; to: string }): string => `api/modules/${from}/to-${to}.ts`;
const edges: SourceTree = Object.fromEntries(
  pairs.map((pair) => [
    edgeFile(pair),
    `import type { door } from '../${pair.to}/index.ts';\nexport type D = typeof door;\n`,
  ]),
);

describe('module table', () => {
  it('has no cycle and no edge to a module it does not list', () => {
    expect(findCycle(modules)).toBeNull();
    expect(listUnknownTargets(modules)).toEqual([]);
  });

  it('finds a cycle over several modules, one of a module with itself, and an unknown target', () => {
    expect(findCycle({ a: ['b'], b: ['c'], c: ['a'] })).toEqual(['a', 'b', 'c', 'a']);
    expect(findCycle({ a: [], b: ['a', 'b'] })).toEqual(['b', 'b']);
    expect(listUnknownTargets({ a: ['b'] })).toEqual(['a → b']);
  });

  it('lists each folder under api/modules', () => {
    const folders = readdirSync(fileURLToPath(new URL('../../api/modules/', import.meta.url)));

    expect(folders.filter((folder) => !moduleNames.includes(folder))).toEqual([]);
  });
});

describe('dependency rules', () => {
  let found: BrokenRule[];

  beforeAll(async () => {
    found = await findBrokenRules(Object.assign({}, targets, allowed, edges, ...Object.values(breaches)) as SourceTree);
  }, 60_000);

  const cases = Object.entries(breaches).flatMap(([rule, tree]) => Object.keys(tree).map((from) => ({ rule, from })));

  it.each(cases)('catch $from by $rule', (breach) => {
    expect(found).toContainEqual(breach);
  });

  it.each(moduleNames)('let %s import exactly the modules of its row', (name) => {
    const refused = found.filter(({ rule }) => rule === `edge-of-${name}`).map(({ from }) => from);
    const undeclared = pairs.filter(({ from, to }) => from === name && !modules[name]?.includes(to)).map(edgeFile);

    expect(refused.filter((file) => file in edges).sort()).toEqual(undeclared.sort());
  });

  it('let everything else through', () => {
    const innocent = new Set(Object.keys({ ...targets, ...allowed }));

    expect(found.filter(({ from }) => innocent.has(from))).toEqual([]);
  });

  it('are all tried here', () => {
    const tried = new Set([...Object.keys(breaches), ...moduleNames.map((name) => `edge-of-${name}`)]);

    expect(listRuleNames().filter((name) => !tried.has(name))).toEqual([]);
  });
});
