import { createHash } from 'node:crypto'
import { agencyNameOf } from '../../src/domain/agency.ts'
import { judgeStored } from '../../src/ingest/judge-report.ts'
import { PARSER_VERSION } from '../../src/parse/parse.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import type { JudgedReport } from '../../src/store/judge-reports.ts'
import {
  claimRows,
  figureRows,
  findingRows,
  issueRows,
  judgementRow,
  sectionRows,
  shareRows,
  unrecognisedRowRows,
} from '../../src/store/report-rows.ts'
import { revisionRow } from '../../src/store/revision-parts.ts'
import type { GeneratedReport } from './country.ts'

/** Tables in the order in which they are filled. */
export const TABLES = [
  'agencies',
  'reports',
  'revisions',
  'disclosure_items',
  'application_outcomes',
  'review_results',
  'litigation_results',
  'unrecognised_rows',
  'claims',
  'shares',
  'sections',
  'issues',
  'report_changes',
  'judgements',
  'findings',
  'audit_events',
] as const

export type StoreRows = Readonly<Record<(typeof TABLES)[number], object[]>>

export const noRows = (): StoreRows => Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as StoreRows

const MEDIA_TYPE = 'text/plain; charset=utf-8'
/** Why a report was published again. */
const REASON = 'A total was corrected.'

/**
 * Turns the reports of one agency, oldest first, into the rows that ingestion would leave of them, one after the other: its own mappings,
 * judged by its own rules. What triggers write is left to them.
 */
export class AgencyRows {
  readonly #id: number
  readonly #rows: StoreRows
  readonly #now: () => Date
  #before: JudgedReport | null = null

  /** @param now the moments of what is stored, each later than the one before */
  constructor(id: number, rows: StoreRows, now: () => Date) {
    this.#id = id
    this.#rows = rows
    this.#now = now
  }

  add({ district, year, versions }: GeneratedReport): void {
    const rows = this.#rows
    const agencyId = this.#id
    const before = this.#before
    if (before === null) {
      const name = agencyNameOf({ kind: 'GOVERNMENT', name: district.fullName }, district)
      rows.agencies.push({ id: agencyId, districtCode: district.code, kind: 'GOVERNMENT', name })
      rows.audit_events.push(this.#event('agency.created', null, null, null, { name, district: district.code }))
    }
    const moments = versions.map(this.#now)
    rows.reports.push({ agencyId, year, districtCode: district.code, createdAt: moments[0], updatedAt: moments.at(-1) })
    let sha256: Uint8Array | null = null
    for (const [index, { text, report }] of versions.entries()) {
      const key = { agencyId, year, number: index + 1 }
      const at = moments[index] ?? this.#now()
      const bytes = Buffer.from(text)
      const digest = new Uint8Array(createHash('sha256').update(bytes).digest())
      const reason = index === 0 ? null : REASON
      const revision = {
        district,
        year,
        report,
        source: { kind: 'TEXT' as const, name: null, mediaType: MEDIA_TYPE, bytes, url: null },
        parserVersion: PARSER_VERSION,
        reason,
        actor: OPERATOR,
        expectedRevision: index === 0 ? null : index,
      }
      rows.revisions.push({ ...revisionRow({ key, revision, sha256: digest, at }), source: bytes })
      const figures = figureRows(key, report.figures)
      rows.disclosure_items.push(...figures.disclosureItems)
      rows.application_outcomes.push(...figures.applicationOutcomes)
      rows.review_results.push(...figures.reviewResults)
      rows.litigation_results.push(...figures.litigationResults)
      rows.unrecognised_rows.push(...unrecognisedRowRows(key, report.unrecognisedRows))
      rows.claims.push(...claimRows(key, report.claims))
      rows.shares.push(...shareRows(key, report.shares))
      rows.sections.push(...sectionRows(key, report.sections))
      rows.issues.push(...issueRows(key, report.issues))
      const kind = index === 0 ? 'CREATED' : 'REVISED'
      rows.report_changes.push({ agencyId, year, position: 0, at, kind, number: key.number, reason })
      const judged: JudgedReport = {
        key,
        year,
        form: report.form,
        agency: { kind: 'GOVERNMENT' },
        level: district.level,
        figures: report.figures,
        claims: report.claims,
        shares: report.shares,
      }
      const judgement = judgeStored(judged, before?.year === year - 1 ? before : null)
      rows.judgements.push(judgementRow(key, judgement))
      rows.findings.push(...findingRows(key, judgement.findings))
      const action = index === 0 ? 'report.created' : 'report.revised'
      rows.audit_events.push(this.#event(action, year, sha256, digest, { revision: key.number }))
      sha256 = digest
      this.#before = judged
    }
  }

  #event(action: string, year: number | null, before: Uint8Array | null, after: Uint8Array | null, details: object) {
    return { chain: this.#id % 64, action, agencyId: this.#id, year, before, after, details }
  }
}
