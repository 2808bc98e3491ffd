import type { CodegenConfig } from '@graphql-codegen/cli'

// The bundle carries the hash of each operation, not its text; the manifest beside the types is
// the server's list of operations it is willing to run.
const config: CodegenConfig = {
  schema: '../../shared/schema.graphql',
  documents: ['src/features/**/*.graphql'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: 'sha256', mode: 'replaceDocumentWithHash' },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Amount: 'number', Day: 'string', Fen: 'number', Time: 'number' },
      },
    },
  },
}

export default config
