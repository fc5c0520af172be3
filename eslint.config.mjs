// Biome lints the TypeScript. This lints the GraphQL: the printed schema by the presets for schemas and for Relay, and the saved queries.
import graphql from '@graphql-eslint/eslint-plugin'

const { configs, parser } = graphql
const graphQLConfig = { schema: 'schema.graphql', documents: 'examples/**/*.graphql' }

/** Types that are values of what they stand in and no objects of their own: nothing finds them again, so they have no id. */
const VALUES = []

export const linted = [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser, parserOptions: { graphQLConfig } },
    plugins: { '@graphql-eslint': graphql },
  },
  {
    files: ['schema.graphql'],
    rules: {
      ...configs['flat/schema-recommended'].rules,
      ...configs['flat/schema-relay'].rules,
      // What a report holds of itself is a list of values, bounded by its form. Lists of objects are connections.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { suffixes: ['Connection', 'Edge', 'Error'], types: ['PageInfo', ...VALUES] } },
      ],
    },
  },
  {
    files: ['examples/**/*.graphql'],
    rules: {
      ...configs['flat/operations-recommended'].rules,
      // People read them: what a cache needs is up to the client that has one.
      '@graphql-eslint/require-selections': 'off',
    },
  },
]
export default linted
