import { districtByCode } from '../domain/district-registry.ts'
import { PARSER_VERSION } from '../parse/parse.ts'
import { RULES_VERSION } from '../rules/judge.ts'
import type { Database } from '../store/database.ts'
import type { RevisionKey } from '../store/revision-key.ts'
import { saveReport } from '../store/save-report.ts'
import { revisionConflict, unknownDistrict, unknownYear } from './ingest-error.ts'
import {
  candidatesOf,
  type IngestOptions,
  type IngestSource,
  type Judged,
  type Refused,
  readAndJudge,
  refused,
} from './preview.ts'

export type { IngestError } from './ingest-error.ts'
export { type IngestOptions, type IngestSource, type Previewed, preview } from './preview.ts'

export type Ingested =
  | (Judged & { readonly outcome: 'CREATED' | 'UNCHANGED' | 'REVISED'; readonly key: RevisionKey })
  | Refused

/**
 * The one way into the store, for the mutation and the command line alike: reads, judges and saves. The same bytes again change
 * nothing; other content for the same agency and year becomes a new revision, if `expectedRevision` names the current one.
 */
export async function ingest(db: Database, source: IngestSource, options: IngestOptions = {}): Promise<Ingested> {
  const read = await readAndJudge(source, options)
  if (!read.ok) return read
  const { report, findings } = read
  const district = report.district && districtByCode(report.district.code)
  if (!district) return refused(unknownDistrict(report.agency?.name ?? report.title, candidatesOf(report)))
  if (report.year === null) return refused(unknownYear(null))

  const expectedRevision = options.expectedRevision ?? null
  const saved = await saveReport(db, {
    district,
    year: report.year,
    report,
    findings,
    source: read.source,
    parserVersion: PARSER_VERSION,
    rulesVersion: RULES_VERSION,
    reason: options.reason ?? null,
    apiKeyId: options.apiKeyId ?? null,
    expectedRevision,
  })
  if (saved.outcome === 'CONFLICT') return refused(revisionConflict(saved.current, expectedRevision))
  return { ok: true, ...saved, report, findings }
}
