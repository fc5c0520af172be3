// Biome lints the TypeScript. This lints the GraphQL: the printed schema by the presets for schemas and for Relay, and the saved queries.
import graphql from '@graphql-eslint/eslint-plugin'

const { configs, parser } = graphql
const graphQLConfig = { schema: 'schema.graphql', documents: 'examples/**/*.graphql' }
const schemaRules = { ...configs['flat/schema-recommended'].rules, ...configs['flat/schema-relay'].rules }
const [, namesOfPreset] = schemaRules['@graphql-eslint/naming-convention']

/** Types that are values of what they stand in and no objects of their own: nothing finds them again, so they have no id. */
const VALUES = [
  // What one version of a report holds, as printed, and where.
  ...['ApplicationOutcome', 'DisclosureItem', 'LitigationResult', 'ReviewResult', 'UnrecognisedRow'],
  ...['Claim', 'Share', 'ShareTerm', 'Section', 'Period', 'Issue'],
  ...['BlockLocator', 'PageLocator', 'Snippet', 'TableLocator', 'TextLocator'],
  // What differs between two versions.
  ...['FigureChange', 'FigureValue'],
  // What the rules make of it, in one judgement that is replaced as a whole.
  ...['FindingSide', 'Judgement', 'RuleReports', 'Statement'],
  // What a preview or an ingestion answers: a preview is not stored.
  ...['IngestedReport', 'IngestionProgress', 'PreviewedFinding', 'PreviewedReport'],
  // Parts of a rule, a form, a category or a metric.
  ...['ExampleClaim', 'ExampleFigure', 'ExampleShare', 'RuleExample'],
  ...['Addend', 'CategoryOnForm', 'FormFigure', 'LegalSource', 'MetricOnForm', 'Sum'],
  // Keys are known by their names, and what was done by its place in a chain: neither is reached by an id that one may guess.
  ...['ApiKey', 'AuditEvent', 'CreatedApiKey', 'RevokedApiKey'],
  // What is worked out for one question.
  ...['Comparison', 'MetricValue', 'NotComparable', 'Series', 'SeriesLine', 'SeriesPoint', 'SeriesTotal'],
  ...['SeriesTotalOfForm', 'SearchHighlight', 'SearchHit', 'Total', 'TotalFigures', 'TotalGroup'],
]

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser, parserOptions: { graphQLConfig } },
    plugins: { '@graphql-eslint': graphql },
  },
  {
    files: ['schema.graphql'],
    rules: {
      ...schemaRules,
      // Conditions are joined as the store's client and most graphs spell it.
      '@graphql-eslint/naming-convention': [
        'error',
        { ...namesOfPreset, InputValueDefinition: { style: 'camelCase', ignorePattern: '^(AND|OR|NOT)$' } },
      ],
      // What a report holds of itself is a list of values, bounded by its form. Lists of objects are connections; so are those of hits,
      // of lines of a series and of totals, which are values and no nodes.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      // Categories, metrics and forms are known by the codes of closed lists.
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          acceptedIdNames: ['id', 'code'],
          acceptedIdTypes: ['ID', 'CategoryCode', 'Form', 'MetricId'],
          exceptions: { suffixes: ['Connection', 'Edge', 'Error'], types: ['PageInfo', ...VALUES] },
        },
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
