import { Prisma } from './generated/prisma/client.ts'
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
    ...insertions({
      disclosure_items: figures.flatMap(({ disclosureItems }) => disclosureItems),
      application_outcomes: figures.flatMap(({ applicationOutcomes }) => applicationOutcomes),
      review_results: figures.flatMap(({ reviewResults }) => reviewResults),
      litigation_results: figures.flatMap(({ litigationResults }) => litigationResults),
      unrecognised_rows: rowsOf((key, report) => unrecognisedRowRows(key, report.unrecognisedRows)),
      claims: rowsOf((key, report) => claimRows(key, report.claims)),
      shares: rowsOf((key, report) => shareRows(key, report.shares)),
      sections: rowsOf((key, report) => sectionRows(key, report.sections)),
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
