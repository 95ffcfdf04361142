import comments from '@eslint-community/eslint-plugin-eslint-comments';
import graphql from '@graphql-eslint/eslint-plugin';
import prettier from 'eslint-config-prettier/flat';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { documentedExports } from './tests/architecture/documented-exports.js';
// Every place where a rule does not hold, and why. The list may only become shorter.
import exceptions from './tests/architecture/lint-exceptions.json' with { type: 'json' };

const typed = ['**/*.ts', '**/*.vue'];
const plain = ['**/*.js', '**/*.mjs', '**/*.cjs'];

const clock = 'The time is injected: take a Clock or an instant as an argument.';
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: clock },
];
const noChance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The same input gives the same answer; secrets come from node:crypto.',
  },
];
const settings = 'Settings are read once, in api/platform/config.ts.';
const noEnvironment = {
  'no-restricted-properties': ['error', { object: 'process', property: 'env', message: settings }],
  'no-restricted-imports': [
    'error',
    { paths: ['process', 'node:process'].map((name) => ({ name, message: settings })) },
  ],
};
const ambient = [
  'console',
  'crypto',
  'fetch',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
];

const everywhere = {
  name: 'doorstep/everywhere',
  plugins: { '@eslint-community/eslint-comments': comments },
  linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
  rules: {
    '@eslint-community/eslint-comments/disable-enable-pair': ['error', { allowWholeFile: false }],
    '@eslint-community/eslint-comments/no-aggregating-enable': 'error',
    '@eslint-community/eslint-comments/no-duplicate-disable': 'error',
    '@eslint-community/eslint-comments/no-unlimited-disable': 'error',
    '@eslint-community/eslint-comments/require-description': ['error', { ignore: [] }],
    'array-callback-return': ['error', { checkForEach: false }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'no-async-promise-executor': 'error',
    'no-case-declarations': 'error',
    'no-cond-assign': ['error', 'always'],
    'no-constant-binary-expression': 'error',
    'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
    'no-constructor-return': 'error',
    'no-control-regex': 'error',
    'no-debugger': 'error',
    'no-else-return': ['error', { allowElseIf: false }],
    'no-empty': 'error',
    'no-empty-pattern': 'error',
    'no-fallthrough': 'error',
    'no-labels': ['error', { allowLoop: true }],
    'no-lonely-if': 'error',
    'no-loss-of-precision': 'error',
    'no-param-reassign': 'error',
    'no-promise-executor-return': ['error', { allowVoid: true }],
    'no-return-assign': ['error', 'except-parens'],
    'no-self-assign': 'error',
    'no-self-compare': 'error',
    'no-template-curly-in-string': 'error',
    'no-unreachable-loop': 'error',
    'no-unsafe-finally': 'error',
    'no-unsafe-optional-chaining': 'error',
    'no-useless-assignment': 'error',
    'no-useless-catch': 'error',
    'no-useless-escape': 'error',
    'no-var': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
    'object-shorthand': 'error',
    'prefer-const': ['error', { destructuring: 'all' }],
    'prefer-template': 'error',
    'preserve-caught-error': 'error',
    'use-isnan': 'error',
    'valid-typeof': 'error',
  },
};

const typescriptRules = {
  name: 'doorstep/typescript',
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] },
  },
  rules: {
    '@typescript-eslint/consistent-type-exports': 'error',
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    // Plain objects stand for the classes of GraphQL types and entities: these hold fields, nothing that a copy would lose.
    '@typescript-eslint/no-misused-spread': 'off',
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    // `text.trim() || null` means what it says: an empty text is none.
    '@typescript-eslint/prefer-nullish-coalescing': [
      'error',
      { ignorePrimitives: { string: true, boolean: true, number: true, bigint: true } },
    ],
    '@typescript-eslint/prefer-readonly': 'error',
    '@typescript-eslint/promise-function-async': ['error', { checkArrowFunctions: false }],
    // A method of an interface that promises a Promise may have nothing to wait for.
    '@typescript-eslint/require-await': 'off',
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
    ],
  },
};

const vueRules = {
  name: 'doorstep/vue',
  files: ['**/*.vue'],
  languageOptions: {
    parser: vueParser,
    parserOptions: { parser: typescript.parser },
    globals: globals.browser,
  },
  rules: {
    'vue/block-lang': ['error', { script: { lang: 'ts' } }],
    'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
    'vue/component-api-style': ['error', ['script-setup']],
    'vue/define-emits-declaration': ['error', 'type-literal'],
    'vue/define-props-declaration': ['error', 'type-based'],
    'vue/html-button-has-type': 'error',
    'vue/no-bare-strings-in-template': 'error',
    'vue/no-empty-component-block': 'error',
    'vue/no-template-target-blank': 'error',
    'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView'] }],
    'vue/no-unused-emit-declarations': 'error',
    'vue/no-unused-properties': 'error',
    'vue/no-unused-refs': 'error',
    'vue/no-useless-mustaches': 'error',
    'vue/no-v-html': 'error',
    'vue/prefer-define-options': 'error',
    'vue/prefer-true-attribute-shorthand': 'error',
    // Either makes the pair; FormField gives its label's id to the control in its slot.
    'vuejs-accessibility/form-control-has-label': ['error', { labelComponents: ['FormField'] }],
    'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    // TypeScript says which props may be absent, and strictTemplates that the others are given.
    'vue/require-default-prop': 'off',
  },
};

const projectRules = [
  {
    name: 'doorstep/settings-in-one-place',
    files: ['api/**', 'web/**', 'migrations/**', 'schema/**'],
    ignores: ['api/platform/config.ts', 'api/bootstrap/**', '**/*.config.*'],
    rules: noEnvironment,
  },
  {
    name: 'doorstep/injected-clock',
    files: ['api/modules/**', 'api/kernel/**'],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...noChance] },
  },
  {
    name: 'doorstep/pure-domain',
    files: ['api/modules/*/domain/**', 'api/kernel/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[...ambient, 'setTimeout'].map((name) => ({ name, message: 'Pure code computes from its arguments only.' })),
      ],
    },
  },
  {
    name: 'doorstep/logger-instead-of-console',
    files: ['api/modules/**', 'api/platform/**', 'api/kernel/**', 'api/app/**', 'web/**'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'doorstep/no-orm-in-resolvers',
    files: ['api/**/*.resolver.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: noEnvironment['no-restricted-imports'][1].paths,
          patterns: [
            {
              regex: '^(@mikro-orm/|kysely$|pg$)',
              message:
                'A resolver parses, authorizes, calls one service and returns; small reads go through the loaders.',
            },
          ],
        },
      ],
    },
  },
];

const documentation = {
  name: 'doorstep/documented-domain',
  files: ['api/modules/*/domain/**', 'api/kernel/**'],
  plugins: { doorstep: { rules: { 'documented-exports': documentedExports } } },
  rules: { 'doorstep/documented-exports': 'error' },
};

const graphqlConfig = { schema: 'schema/schema.graphql', documents: 'web/src/**/*.graphql' };
const graphqlRules = [
  {
    name: 'doorstep/schema',
    files: ['schema/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: graphqlConfig } },
    rules: {
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
        },
      ],
      '@graphql-eslint/no-unreachable-types': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          // The roots have nothing to say that their fields do not.
          ignoredSelectors: ['[type=ObjectTypeDefinition][name.value=/^(Query|Mutation)$/]'],
        },
      ],
    },
  },
  {
    name: 'doorstep/operations',
    files: ['web/src/**/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: graphqlConfig } },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // The client caches whole answers, so an object without its id is no loss.
      '@graphql-eslint/require-selections': 'off',
      '@graphql-eslint/naming-convention': [
        'error',
        { OperationDefinition: 'PascalCase', FragmentDefinition: 'PascalCase', VariableDefinition: 'camelCase' },
      ],
    },
  },
];

const forScripts = (configs) => configs.map((config) => ({ ...config, files: config.files ?? typed }));
const scriptsOnly = { files: [...typed, ...plain] };

export default defineConfig([
  globalIgnores(['.build/', '.data/', 'coverage/', 'test-results/', 'playwright-report/', 'web/src/generated/']),
  { ...scriptsOnly, ...everywhere },
  { files: plain, languageOptions: { globals: globals.node } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['web/public/*.js'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
  { files: plain, rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },
  ...forScripts([...typescript.configs.strictTypeChecked, ...typescript.configs.stylisticTypeChecked]),
  { files: typed, ...typescriptRules },
  ...vue.configs['flat/recommended-error'].map((config) => ({ ...config, files: ['**/*.vue'] })),
  ...accessibility.configs['flat/recommended'].map((config) => ({ ...config, files: ['**/*.vue'] })),
  vueRules,
  ...projectRules,
  documentation,
  ...graphqlRules,
  { ...scriptsOnly, name: 'doorstep/layout-is-for-prettier', rules: prettier.rules },
  ...exceptions.map(({ files, rules, reason }) => ({
    name: `doorstep/exception: ${reason}`,
    files,
    rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])),
  })),
]);
