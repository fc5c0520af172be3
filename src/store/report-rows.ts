import type { Claim } from '../domain/claim.ts'
import type { Figure } from '../domain/figure.ts'
import { type FigurePath, keyOf } from '../domain/figure-paths.ts'
import type { Finding, FindingSide, Judgement, Severity } from '../domain/finding.ts'
import type { Issue } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'
import type { StoredFinding, StoredSide } from './row-lists.ts'

/** The figures of a report as rows, by family. */
export interface FigureRows {
  readonly disclosureItems: Prisma.DisclosureItemCreateManyInput[]
  readonly applicationOutcomes: Prisma.ApplicationOutcomeCreateManyInput[]
  readonly reviewResults: Prisma.ReviewResultCreateManyInput[]
  readonly litigationResults: Prisma.LitigationResultCreateManyInput[]
}

export function figureRows(revision: RevisionKey, figures: ReadonlyMap<FigurePath, Figure>): FigureRows {
  const rows: FigureRows = { disclosureItems: [], applicationOutcomes: [], reviewResults: [], litigationResults: [] }
  for (const [path, { state, value, raw, at, snippet }] of figures) {
    const cell = { ...revision, state, raw: storable(raw), locator: json(at), ...rangeColumns(snippet) }
    const count = value === null ? null : Number(value)
    const key = keyOf(path)
    switch (key.family) {
      case 'disclosure':
        rows.disclosureItems.push({ ...cell, item: key.item, measure: key.measure, value })
        break
      case 'applications':
        rows.applicationOutcomes.push({ ...cell, row: key.row, applicant: key.applicant, value: count })
        break
      case 'review':
        rows.reviewResults.push({ ...cell, result: key.result, value: count })
        break
      case 'litigation':
        rows.litigationResults.push({ ...cell, route: key.route, result: key.result, value: count })
        break
    }
  }
  return rows
}

export function sectionRows(revision: RevisionKey, sections: readonly Section[]): Prisma.SectionCreateManyInput[] {
  return sections.map(({ heading, text, at }, position) => {
    return { ...revision, position, heading: heading && storable(heading), text: storable(text), locator: json(at) }
  })
}

export function unrecognisedRowRows(
  revision: RevisionKey,
  rows: readonly UnrecognisedRow[],
): Prisma.UnrecognisedRowCreateManyInput[] {
  return rows.map(({ table, label, values, at }, position) => {
    return { ...revision, position, table, label: storable(label), values: values.map(storable), locator: json(at) }
  })
}

export function claimRows(revision: RevisionKey, claims: readonly Claim[]): Prisma.ClaimCreateManyInput[] {
  return claims.map(({ at, unit, sentence, parts = [], ...claim }, position) => {
    const text = { unit: unit && storable(unit), sentence: storable(sentence) }
    return { ...revision, position, ...claim, ...text, parts: [...parts], locator: json(at) }
  })
}

export function shareRows(revision: RevisionKey, shares: readonly Share[]): Prisma.ShareCreateManyInput[] {
  return shares.map(({ percent, part, whole, sentence, at }, position) => ({
    ...revision,
    position,
    percent,
    partSubject: part.subject,
    partValue: part.value,
    wholeSubject: whole.subject,
    wholeValue: whole.value,
    sentence: storable(sentence),
    locator: json(at),
  }))
}

export function issueRows(revision: RevisionKey, issues: readonly Issue[]): Prisma.IssueCreateManyInput[] {
  return issues.map(({ code, message, paths, raw, at, snippet }, position) => ({
    ...revision,
    position,
    code,
    message: storable(message),
    paths: [...paths],
    raw: raw && storable(raw),
    locator: json(at),
    ...rangeColumns(snippet),
  }))
}

/** The judgement as a row, with how many findings of each severity it has. */
export function judgementRow(
  revision: RevisionKey,
  { findings, held, broken, unknown, rulesVersion, status }: Judgement,
): Prisma.JudgementCreateManyInput {
  const counted = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    ...revision,
    rulesVersion,
    status,
    held: [...held],
    broken: [...broken],
    unknown: [...unknown],
    errors: counted('ERROR'),
    warnings: counted('WARNING'),
    notices: counted('NOTICE'),
  }
}

export function findingRows(revision: RevisionKey, findings: readonly Finding[]): Prisma.FindingCreateManyInput[] {
  return findings.map(storedFinding).map(({ left, right, sameAs, remedy, ...finding }, position) => ({
    ...revision,
    position,
    ...finding,
    remedy: remedy ?? null,
    left: sideColumn(left),
    right: sideColumn(right),
    paths: [...new Set([...left.paths, ...right.paths])],
    sameAs: [...sameAs],
  }))
}

/** A finding as it will be read again. */
export function storedFinding(finding: Finding): StoredFinding {
  const { ruleId, severity, difference, message, remedy, unit, sameAs = [] } = finding
  return {
    ruleId,
    severity,
    message: storable(message),
    ...(remedy !== undefined && { remedy: storable(remedy) }),
    left: storedSide(finding.left),
    right: storedSide(finding.right),
    difference,
    unit: unit ? storable(unit) : null,
    sameAs: [...sameAs],
  }
}

function storedSide({ paths, value, year = null, statements = [] }: FindingSide): StoredSide {
  const said = statements.map(({ sentence, at }) => ({ sentence: storable(sentence), at }))
  return { paths: [...paths], value, year, statements: said }
}

function sideColumn({ paths, value, year, statements }: StoredSide): Prisma.InputJsonObject {
  const said = statements.map(({ sentence, at }) => ({ sentence, at: at && { ...at } }))
  return { paths: [...paths], value, year, statements: said }
}

// An absent place is SQL's null; JSON has a null of its own.
const json = (at: Locator | null) => (at === null ? Prisma.DbNull : { ...at })

function rangeColumns(range: SnippetRange | undefined) {
  return { snippet: range?.index ?? null, snippetStart: range?.start ?? null, snippetEnd: range?.end ?? null }
}

/** PostgreSQL's text cannot hold U+0000 nor half a surrogate pair. The source bytes keep them; the text shows U+FFFD in their place. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
