import { Prisma } from './generated/prisma/client.ts'
import { columnInsertions } from './insert-columns.ts'
import { insertions, type Part, spelled } from './insert-rows.ts'
import type { NewRevision } from './new-revision.ts'
import {
  claimRows,
  figureRows,
  issueRows,
  sectionRows,
  shareRows,
  storable,
  unrecognisedRowRows,
} from './report-rows.ts'
import type { RevisionKey } from './revision-key.ts'

const REVISION = { agencyId: 'int', year: 'smallint', number: 'smallint' } as const
/** The columns that all figures have. */
const FIGURE = {
  ...REVISION,
  state: 'figure_state',
  raw: 'text',
  locator: 'jsonb',
  snippet: 'smallint',
  snippetStart: 'smallint',
  snippetEnd: 'smallint',
} as const
const CLAIM = {
  ...REVISION,
  position: 'int',
  subject: 'text',
  value: 'numeric',
  parts: 'text[]',
  unit: 'text',
  approximate: 'boolean',
  scope: 'claim_scope',
  sentence: 'text',
  locator: 'jsonb',
} as const

/** A revision that is to be written, with its key. */
export interface KeyedRevision {
  readonly key: RevisionKey
  readonly revision: NewRevision
  readonly sha256: Uint8Array
  readonly at: Date
}

/** Revisions with all that hangs off them, as parts of one statement. */
export function revisionParts(revisions: readonly KeyedRevision[]): Part[] {
  const { columns, json } = spelled(revisions.map(revisionRow))
  // The bytes go as they are: as text they would be twice as long.
  const sources = Prisma.join(revisions.map(({ revision }) => Prisma.sql`${bytesOf(revision.source.bytes)}::bytea`))
  const body = Prisma.sql`${Prisma.raw(`INSERT INTO revisions (${columns}, source) SELECT ${columns}, given.bytes FROM jsonb_populate_recordset(NULL::revisions,`)}
    ${json}::jsonb) WITH ORDINALITY JOIN unnest(ARRAY[${sources}]) WITH ORDINALITY AS given (bytes, ordinality) USING (ordinality)`
  const figures = revisions.map(({ key, revision }) => figureRows(key, revision.report.figures))
  const rowsOf = <Row>(rows: (key: RevisionKey, report: NewRevision['report']) => Row[]) =>
    revisions.flatMap(({ key, revision }) => rows(key, revision.report))
  return [
    { name: 'of_revisions', body },
    ...columnInsertions(
      'disclosure_items',
      { ...FIGURE, item: 'disclosure_item_code', measure: 'disclosure_measure', value: 'numeric' },
      figures.flatMap(({ disclosureItems }) => disclosureItems),
    ),
    ...columnInsertions(
      'application_outcomes',
      { ...FIGURE, row: 'application_row', applicant: 'applicant', value: 'int' },
      figures.flatMap(({ applicationOutcomes }) => applicationOutcomes),
    ),
    ...columnInsertions(
      'review_results',
      { ...FIGURE, result: 'case_result', value: 'int' },
      figures.flatMap(({ reviewResults }) => reviewResults),
    ),
    ...columnInsertions(
      'litigation_results',
      { ...FIGURE, route: 'litigation_route', result: 'case_result', value: 'int' },
      figures.flatMap(({ litigationResults }) => litigationResults),
    ),
    ...columnInsertions(
      'claims',
      CLAIM,
      rowsOf((key, report) => claimRows(key, report.claims)),
    ),
    ...columnInsertions(
      'sections',
      { ...REVISION, position: 'int', heading: 'text', text: 'text', locator: 'jsonb' },
      rowsOf((key, report) => sectionRows(key, report.sections)),
    ),
    ...insertions({
      unrecognised_rows: rowsOf((key, report) => unrecognisedRowRows(key, report.unrecognisedRows)),
      shares: rowsOf((key, report) => shareRows(key, report.shares)),
      issues: rowsOf((key, report) => issueRows(key, report.issues)),
    }),
  ]
}

/** A revision as a row, without its bytes. */
export function revisionRow({ key, revision, sha256, at }: KeyedRevision) {
  const { report, source, parserVersion, reason, actor } = revision
  return {
    ...key,
    form: report.form,
    title: report.title && storable(report.title),
    periodFrom: report.period?.from ?? null,
    periodTo: report.period?.to ?? null,
    agencyAsPrinted: report.agency && storable(report.agency.name),
    sourceKind: source.kind,
    sourceName: source.name && storable(source.name),
    mediaType: storable(source.mediaType),
    sourceUrl: source.url,
    sourceSha256: sha256,
    snippets: report.snippets.map(storable),
    parserVersion,
    reason: reason && storable(reason),
    createdById: actor.key?.id ?? null,
    createdAt: at,
  }
}

const bytesOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
