// Values that are good for what is asked, so that every field and argument of the schema can be: of an argument, of anything of the
// name, or of any value of the type. A new argument that has none of them fails the test that asks every field.

/** A run that is there. */
export const RUN = '11111111-1111-4111-8111-111111111111'

/** Of one argument, `Type.field(argument:)`. */
export const ARGUMENTS: Readonly<Record<string, unknown>> = {
  'Query.rule(id:)': 'statistics.answers',
  'Query.node(id:)': Buffer.from('District:110112').toString('base64'),
  'Query.nodes(ids:)': [Buffer.from('District:110112').toString('base64')],
  'Query.ingestionRun(id:)': Buffer.from(`IngestionRun:${RUN}`).toString('base64'),
  'Query.agency(id:)': Buffer.from('Agency:1').toString('base64'),
  'Query.report(agency:)': '北京市通州区人民政府',
  'Query.search(query:)': '公开',
  'Query.totals(of:)': { applications: { rows: ['RECEIVED'] } },
  'Query.totals(groupBy:)': ['DISTRICT', 'YEAR'],
  'Query.series(of:)': { category: 'RECEIVED' },
  'Mutation.previewReport(input:)': { source: { text: 'No report.' } },
  'Mutation.ingestReport(input:)': { source: { text: 'No report.' } },
  'Mutation.startIngestionRun(input:)': { name: 'every field' },
  'Mutation.closeIngestionRun(id:)': Buffer.from(`IngestionRun:${RUN}`).toString('base64'),
  'Mutation.cancelIngestionRun(id:)': Buffer.from(`IngestionRun:${RUN}`).toString('base64'),
  'Mutation.retryIngestionItems(input:)': { items: [] },
  'Mutation.discardIngestionItems(items:)': [],
  'Mutation.ingestReports(inputs:)': [{ source: { text: 'No report.' } }],
  'Mutation.createApiKey(input:)': { name: 'tests' },
  'Mutation.revokeApiKey(input:)': { name: 'no such key' },
  'Mutation.withdrawReport(input:)': { district: '110112', year: 1999, expectedRevision: 1, reason: 'There is none.' },
  'Mutation.restoreRevision(input:)': {
    ...{ district: '110112', year: 1999, expectedRevision: 1, number: 1, reason: 'There is none.' },
  },
}

/** Of arguments and of fields of inputs that have this name. */
export const NAMES: Readonly<Record<string, unknown>> = {
  first: 2,
  last: 2,
  district: '110112',
  code: '110112',
  sourceUrl: 'https://www.bjtzh.gov.cn/2018.html',
  within: '110000',
  year: 2018,
}

/** Of types that are neither enums, of which any value will do, nor inputs, which are made of these. */
export const TYPES: Readonly<Record<string, unknown>> = {
  Boolean: true,
  DateTime: '2026-01-01T00:00:00Z',
  Decimal: '1',
  FigurePath: 'applications.RECEIVED.TOTAL',
  Int: 1,
  String: '1',
}

/** The figures that have a key of their own, by which totals can be sorted. */
const FIGURES_WITH: Readonly<Record<string, unknown>> = {
  item: { disclosure: { items: ['LICENSING'], measures: ['DECISIONS'] } },
  measure: { disclosure: { items: ['LICENSING'], measures: ['DECISIONS'] } },
  result: { review: { results: ['TOTAL'] } },
  route: { litigation: { results: ['TOTAL'] } },
}

/** What tells the figures of a family apart. */
const FAMILY_KEYS: Readonly<Record<string, readonly string[]>> = {
  applications: ['ROW', 'APPLICANT'],
  disclosure: ['ITEM', 'MEASURE'],
  review: ['RESULT'],
  litigation: ['ROUTE', 'RESULT'],
}

const AGGREGATES = /^(sum|average|median|minimum|maximum|reports|reportsWithErrors|stated|blank|unreadable)$/

/** What must come along with the value of an argument: totals are sorted by what they are grouped by, and added up on one form. */
export function companions(parent: string, field: string, argument: string, value: unknown): Record<string, unknown> {
  if (`${parent}.${field}` !== 'Query.totals' || argument === 'filter') return {}
  const filter = { form: { in: ['FORM_2019'] } }
  if (argument === 'of') return { filter, groupBy: FAMILY_KEYS[Object.keys(value as object)[0] ?? ''] }
  if (argument !== 'orderBy') return { filter }
  const [key = ''] = Object.keys(value as object)
  if (AGGREGATES.test(key)) return { filter }
  const groupBy = [key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()]
  return { filter, groupBy, ...(FIGURES_WITH[key] !== undefined && { of: FIGURES_WITH[key] }) }
}
