import type { Claim } from '../domain/claim.ts'
import type { Figure } from '../domain/figure.ts'
import { FAMILIES, type Family, type FigureKey, type FigurePath, keyOf } from '../domain/figure-paths.ts'
import type { Judgement, Severity } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { Report, Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import { codesOf } from '../domain/terms.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { Revision } from '../store/generated/prisma/client.ts'
import type { Loaders } from '../store/loaders.ts'
import type { RevisionKey } from '../store/revision-key.ts'
import type { ApplicationOutcomeShape } from './types/application-outcome.ts'
import type { DisclosureItemShape } from './types/disclosure-item.ts'
import type { FindingShape } from './types/finding.ts'
import type { IssueShape } from './types/issue.ts'
import type { JudgementShape } from './types/judgement.ts'
import type { LitigationResultShape } from './types/litigation-result.ts'
import type { ReviewResultShape } from './types/review-result.ts'

/** A report that was read and judged, and not stored. */
export interface Preview {
  readonly report: Report
  /** Absent in a refusal, whose findings are told apart. */
  readonly judgement?: Judgement
  /** The stored revision of the year before beside which it was judged. */
  readonly previous: RevisionKey | null
}

/** What has the content of a report: a stored report (that of its current revision), a revision, a preview. */
export type ContentHolder = { readonly current: Revision | null } | Revision | Preview

/** What a document says: figures, text, and what was found about them. */
export interface Content {
  disclosureItems(): Promise<readonly DisclosureItemShape[]>
  applicationOutcomes(): Promise<readonly ApplicationOutcomeShape[]>
  reviewResults(): Promise<readonly ReviewResultShape[]>
  litigationResults(): Promise<readonly LitigationResultShape[]>
  unrecognisedRows(): Promise<readonly UnrecognisedRow[]>
  claims(): Promise<readonly Claim[]>
  shares(): Promise<readonly Share[]>
  sections(): Promise<readonly Section[]>
  issues(): Promise<readonly IssueShape[]>
  judgement(): Promise<JudgementShape | null>
  findings(): Promise<readonly FindingShape[]>
}

/** A figure of any family. */
export type FigureOfContent = DisclosureItemShape | ApplicationOutcomeShape | ReviewResultShape | LitigationResultShape

/** The content of whatever holds one. A report that has no current revision, because it was withdrawn, has none. */
export function contentOf(holder: ContentHolder, loaders: Loaders): Content {
  if ('previous' in holder) return previewedContent(holder)
  const revision = 'current' in holder ? holder.current : holder
  return revision === null ? NO_CONTENT : storedContent(revision, loaders)
}

function storedContent(revision: Revision, loaders: Loaders): Content {
  // Every figure of a revision has these in common.
  const snippets = () => loaders.snippets.load(revision)
  const common = { form: revision.form, revision, snippets }
  return {
    disclosureItems: async () => (await loaders.disclosureItems.load(revision)).map((row) => ({ ...row, ...common })),
    applicationOutcomes: async () =>
      (await loaders.applicationOutcomes.load(revision)).map((row) => ({ ...row, ...common })),
    reviewResults: async () => (await loaders.reviewResults.load(revision)).map((row) => ({ ...row, ...common })),
    litigationResults: async () =>
      (await loaders.litigationResults.load(revision)).map((row) => ({ ...row, ...common })),
    unrecognisedRows: () => loaders.unrecognisedRows.load(revision),
    claims: () => loaders.claims.load(revision),
    shares: () => loaders.shares.load(revision),
    sections: () => loaders.sections.load(revision),
    issues: async () => (await loaders.issues.load(revision)).map((issue) => ({ ...issue, snippets })),
    judgement: async () => (await loaders.judgements.load(revision))[0] ?? null,
    findings: () => loaders.findings.load(revision),
  }
}

/** Where the figures of a family are. */
const LIST_OF = {
  disclosure: 'disclosureItems',
  applications: 'applicationOutcomes',
  review: 'reviewResults',
  litigation: 'litigationResults',
} as const satisfies Record<Family, keyof Content>

/**
 * The figures that a document prints: all of them in the order of the form, or those asked for in the order in which they are asked for.
 * Families that are not asked for are not loaded.
 */
export async function figuresAt(
  content: Content,
  paths: readonly FigurePath[] | null | undefined,
): Promise<readonly FigureOfContent[]> {
  const families = paths ? new Set(paths.map((path) => keyOf(path).family)) : codesOf(FAMILIES)
  const lists = await Promise.all(
    Array.from(families, (family): Promise<readonly FigureOfContent[]> => content[LIST_OF[family]]()),
  )
  if (!paths) return lists.flat()
  const printed = new Map(lists.flat().map((figure) => [figure.path, figure]))
  return paths.map((path) => printed.get(path)).filter((figure) => figure !== undefined)
}

type KeyOf<Family> = Extract<FigureKey, { readonly family: Family }>

/** The figures of one family, in the order of the document. */
function* figuresOf<Family extends FigureKey['family']>({ figures }: Report, family: Family) {
  for (const [path, figure] of figures) {
    const key = keyOf(path)
    if (key.family === family) yield { path, figure, key: key as KeyOf<Family> }
  }
}

function previewedContent(preview: Preview): Content {
  const { report, judgement } = preview
  const snippets = async () => report.snippets
  const cell = (path: FigurePath, figure: Figure) => ({
    ...figure,
    path,
    form: report.form as Form | null,
    revision: null,
    snippets,
  })
  const count = ({ value }: Figure) => (value === null ? null : Number(value))
  return {
    disclosureItems: async () =>
      Array.from(figuresOf(report, 'disclosure'), ({ path, figure, key }) => ({ ...cell(path, figure), ...key })),
    applicationOutcomes: async () =>
      Array.from(figuresOf(report, 'applications'), ({ path, figure, key }) => ({
        ...cell(path, figure),
        ...key,
        value: count(figure),
      })),
    reviewResults: async () =>
      Array.from(figuresOf(report, 'review'), ({ path, figure, key }) => ({
        ...cell(path, figure),
        ...key,
        value: count(figure),
      })),
    litigationResults: async () =>
      Array.from(figuresOf(report, 'litigation'), ({ path, figure, key }) => ({
        ...cell(path, figure),
        ...key,
        value: count(figure),
      })),
    unrecognisedRows: async () => report.unrecognisedRows,
    claims: async () => report.claims,
    shares: async () => report.shares,
    sections: async () => report.sections,
    issues: async () => report.issues.map((issue) => ({ ...issue, snippets })),
    judgement: async () => (judgement ? counted(judgement) : null),
    findings: async () => (judgement?.findings ?? []).map((finding) => ({ ...finding, preview })),
  }
}

function counted({ findings, ...judgement }: Judgement): JudgementShape {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    ...judgement,
    judgedAt: null,
    errors: count('ERROR'),
    warnings: count('WARNING'),
    notices: count('NOTICE'),
  }
}

const nothing = async () => []

const NO_CONTENT: Content = {
  disclosureItems: nothing,
  applicationOutcomes: nothing,
  reviewResults: nothing,
  litigationResults: nothing,
  unrecognisedRows: nothing,
  claims: nothing,
  shares: nothing,
  sections: nothing,
  issues: nothing,
  judgement: async () => null,
  findings: nothing,
}
