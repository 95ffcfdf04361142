const {
  modules,
  purePackages,
  platformPackages,
  ormPackages,
  findCycle,
  listUnknownTargets,
} = require('./tests/architecture/modules.cjs');

const cycle = findCycle(modules);
if (cycle) throw new Error(`tests/architecture/modules.cjs has a cycle: ${cycle.join(' → ')}`);
const unknown = listUnknownTargets(modules);
if (unknown.length > 0) throw new Error(`tests/architecture/modules.cjs names unknown modules: ${unknown.join(', ')}`);

const moduleNames = Object.keys(modules);
const anyOf = (names) => `(?:${names.join('|')})`;
const packages = (names) => `^node_modules/${anyOf(names)}`;
const wholePackages = (names) => packages(names.map((name) => `${name}/`));

// migrations/create.ts is a tool of whoever changes the entities; the migrations it writes are delivered.
const delivered = '^(?:api|web)/|^migrations/(?!create\\.ts$)';

const edgesOf = ([name, targets]) => ({
  name: `edge-of-${name}`,
  severity: 'error',
  comment: `The module table lets ${name} import ${targets.length > 0 ? targets.join(', ') : 'no other module'}.`,
  from: { path: `^api/modules/${name}/` },
  to: { path: '^api/modules/', pathNot: `^api/modules/${anyOf([name, ...targets])}/` },
});

const betweenModules = [
  ...Object.entries(modules).map(edgesOf),
  {
    name: 'module-outside-the-table',
    severity: 'error',
    comment: 'A module needs a row in tests/architecture/modules.cjs before it has edges.',
    from: { path: '^api/modules/', pathNot: `^api/modules/${anyOf(moduleNames)}/` },
    to: {},
  },
  {
    name: 'deep-import',
    severity: 'error',
    comment: "Another module's index.ts is its only door.",
    from: { path: '^api/modules/([^/]+)/' },
    to: { path: '^api/modules/', pathNot: ['^api/modules/$1/', '^api/modules/[^/]+/index\\.ts$'] },
  },
  {
    name: 'registration-is-for-app',
    severity: 'error',
    comment: 'What a module registers is read by the composition root only, its own files included.',
    from: { path: '^api/', pathNot: '^api/app/' },
    to: { path: '^api/modules/[^/]+/[^/]+\\.module\\.ts$' },
  },
];

const purity = [
  {
    name: 'domain-is-pure',
    severity: 'error',
    comment: 'Code under domain/ computes: it knows its own domain files, the kernel and a calendar, nothing else.',
    from: { path: '^api/modules/([^/]+)/domain/' },
    to: {
      pathNot: ['^api/modules/$1/domain/', '^api/kernel/', wholePackages(purePackages.domain)],
    },
  },
  {
    name: 'domain-draws-no-ids',
    severity: 'error',
    comment: 'New ids are random: they come into domain code as arguments.',
    from: { path: '^api/modules/[^/]+/domain/' },
    to: { path: '^api/kernel/ids\\.ts$' },
  },
  {
    name: 'kernel-knows-nobody',
    severity: 'error',
    comment: 'The kernel is vocabulary: it imports nothing of ours and nothing that does input or output.',
    from: { path: '^api/kernel/' },
    to: { pathNot: ['^api/kernel/', wholePackages(purePackages.kernel)] },
  },
  {
    name: 'no-orm-in-resolver',
    severity: 'error',
    comment: 'A resolver parses, authorizes, calls one service and returns; small reads go through the loaders.',
    from: { path: '^api/.*\\.resolver\\.ts$' },
    to: { path: [packages(ormPackages), '^api/platform/database\\.ts$'] },
  },
  {
    name: 'policy-is-pure',
    severity: 'error',
    comment: 'A policy answers from the loaded subject; it reads nothing itself.',
    from: { path: '^api/modules/.*\\.policy\\.ts$' },
    to: { path: [packages(ormPackages), '^api/platform/database\\.ts$', '\\.(?:queries|service|resolver)\\.ts$'] },
  },
];

const layers = [
  {
    name: 'outside-world-behind-platform',
    severity: 'error',
    comment: 'Services of others are reached through an interface of api/platform/.',
    from: { path: '^(?:api|web|migrations|schema)/', pathNot: '^api/platform/' },
    to: { path: wholePackages(platformPackages) },
  },
  {
    name: 'modules-and-platform-below-app',
    severity: 'error',
    comment: 'The composition root knows everybody; nobody but the command line knows it.',
    from: { path: '^api/(?:modules|platform|kernel)/' },
    to: { path: '^api/(?:app/|bootstrap/|main\\.ts$)' },
  },
  {
    name: 'platform-below-modules',
    severity: 'error',
    comment: 'The platform serves each module alike, so it knows none.',
    from: { path: '^api/platform/' },
    to: { path: '^api/modules/' },
  },
  {
    name: 'product-without-tests',
    severity: 'error',
    comment: 'What is delivered does not lean on test code.',
    from: { path: delivered },
    to: { path: '^tests/' },
  },
  {
    name: 'production-without-dev-dependencies',
    severity: 'error',
    comment: 'The production image has no devDependencies. Types vanish in the build, so they may come from anywhere.',
    from: { path: delivered, pathNot: ['^web/', '\\.config\\.ts$'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'bootstrap-before-install',
    severity: 'error',
    comment:
      'The bootstrap runs before anything is installed: it loads packages and built code only after that, dynamically.',
    from: { path: '^api/bootstrap/' },
    to: { pathNot: '^api/bootstrap/', dependencyTypesNot: ['core'], dynamic: false },
  },
];

const web = [
  {
    name: 'web-without-api',
    severity: 'error',
    comment: 'The web app knows the API by its schema only.',
    from: { path: '^web/' },
    to: { path: '^(?:api|migrations)/' },
  },
  {
    name: 'api-without-web',
    severity: 'error',
    comment: 'The server delivers the built web app; it imports nothing of its source.',
    from: { path: '^(?:api|migrations)/' },
    to: { path: '^web/' },
  },
  {
    name: 'features-apart',
    severity: 'error',
    comment: 'Two features meet on a page; what both need lives in ui/ or app/.',
    from: { path: '^web/src/features/([^/]+)/' },
    to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
  },
  {
    name: 'features-below-pages',
    severity: 'error',
    comment: 'A page composes features; building blocks know neither.',
    from: { path: '^web/src/(?:features|ui)/' },
    to: { path: '^web/src/pages/' },
  },
  {
    name: 'ui-without-features',
    severity: 'error',
    comment: 'Building blocks carry no data of a feature.',
    from: { path: '^web/src/ui/' },
    to: { path: '^web/src/features/' },
  },
];

const soundness = [
  {
    name: 'unresolvable',
    severity: 'error',
    comment: 'An import that resolves to nothing escapes every other rule.',
    from: {},
    // Nuxt UI's Vite plugin makes these while it builds.
    to: { couldNotResolve: true, pathNot: '^#build/ui' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...betweenModules, ...purity, ...layers, ...web, ...soundness],
  options: {
    // Type-only imports count: knowing a shape is knowing the module.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'web/tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:\\.build|\\.data|web/src/generated)/' },
    builtInModules: { add: [] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.vue', '.json', '.d.ts', '.css'],
    },
  },
};
