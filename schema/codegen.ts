import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/features/**/*.graphql', 'web/src/app/*.graphql'],
  generates: {
    'web/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        // Operations travel as text: the first page does not carry a syntax tree for every other page.
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: false,
        scalars: { DateTime: 'string', LocalDate: 'string', LocalTime: 'string', ID: 'string' },
      },
    },
  },
  ignoreNoDocuments: true,
};

export default config;
