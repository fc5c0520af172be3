import { completeValue, isThenable, type MaybePromise } from '@pothos/core'
import { APPLICANTS, type Applicant } from '../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow } from '../domain/application-rows.ts'
import type { Claim } from '../domain/claim.ts'
import type { Figure } from '../domain/figure.ts'
import { FAMILIES, type Family, type FigureKey, type FigurePath, keyOf } from '../domain/figure-paths.ts'
import type { Judgement, Severity } from '../domain/finding.ts'
import type { Report, Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import { codesOf } from '../domain/terms.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { Loaders } from '../store/loaders.ts'
import type { RevisionKey } from '../store/revision-key.ts'
import type { FigureListOf, Picked } from '../store/revision-lists.ts'
import type { AskedText } from '../store/row-texts.ts'
import type { ReadRevision } from '../store/stored-rows.ts'
import { ListText } from './list-text.ts'
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
export type ContentHolder = { readonly current: ReadRevision | null } | ReadRevision | Preview

/** What a document says: figures, text, and what was found about them. What is kept is there at once. */
export interface Content {
  /** @param asked what is asked of the figures, where a `ListText` of it will do in place of them; as for other figures. */
  disclosureItems(asked?: AskedText): MaybePromise<readonly DisclosureItemShape[]>
  /** @param picked The figures that are needed, and no others; all when left out. */
  applicationOutcomes(asked?: AskedText, picked?: Picked): MaybePromise<readonly ApplicationOutcomeShape[]>
  reviewResults(asked?: AskedText): MaybePromise<readonly ReviewResultShape[]>
  litigationResults(asked?: AskedText): MaybePromise<readonly LitigationResultShape[]>
  unrecognisedRows(): MaybePromise<readonly UnrecognisedRow[]>
  claims(): MaybePromise<readonly Claim[]>
  shares(): MaybePromise<readonly Share[]>
  sections(): MaybePromise<readonly Section[]>
  issues(): MaybePromise<readonly IssueShape[]>
  judgement(): MaybePromise<JudgementShape | null>
  findings(): MaybePromise<readonly FindingShape[]>
}

/** A figure of any family. */
export type FigureOfContent = DisclosureItemShape | ApplicationOutcomeShape | ReviewResultShape | LitigationResultShape

/** The content of whatever holds one. A report that has no current revision, because it was withdrawn, has none. */
export function contentOf(holder: ContentHolder, loaders: Loaders): Content {
  if ('previous' in holder) return previewedContent(holder)
  const revision = 'current' in holder ? holder.current : holder
  return revision === null ? NO_CONTENT : storedContent(revision, loaders)
}

function storedContent(revision: ReadRevision, loaders: Loaders): Content {
  return {
    disclosureItems: (asked) => figuresIn(loaders.disclosureItems, revision, asked),
    applicationOutcomes: (asked, picked) => figuresIn(loaders.applicationOutcomes, revision, asked, picked),
    reviewResults: (asked) => figuresIn(loaders.reviewResults, revision, asked),
    litigationResults: (asked) => figuresIn(loaders.litigationResults, revision, asked),
    unrecognisedRows: () => loaders.unrecognisedRows.load(revision),
    claims: () => loaders.claims.load(revision),
    shares: () => loaders.shares.load(revision),
    sections: () => loaders.sections.load(revision),
    issues: () => loaders.issues.load(revision),
    judgement: () => completeValue(loaders.judgements.load(revision), ([judgement]) => judgement ?? null),
    findings: () => loaders.findings.load(revision),
  }
}

/** The figures of a list; their text in its place, where it will do and is to be had. */
function figuresIn<Row>(
  list: FigureListOf<Row>,
  revision: ReadRevision,
  asked: AskedText | undefined,
  picked?: Picked,
): MaybePromise<readonly Row[]> {
  const text = asked && list.text(revision, asked, picked)
  // Whoever asks for a text knows it from a list.
  const told = (json: string) => new ListText(json) as unknown as readonly Row[]
  return text == null ? list.load(revision, picked) : completeValue(text, told)
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
export function figuresAt(
  content: Content,
  paths: readonly FigurePath[] | null | undefined,
): MaybePromise<FigureOfContent[]> {
  const families = paths ? new Set(paths.map((path) => keyOf(path).family)) : codesOf(FAMILIES)
  const lists = Array.from(families, (family): MaybePromise<readonly FigureOfContent[]> => content[LIST_OF[family]]())
  const isThere = (list: (typeof lists)[number]) => !isThenable(list)
  const all = lists.every(isThere) ? (lists as (readonly FigureOfContent[])[]) : Promise.all(lists)
  return completeValue(all, (families) => (paths ? among(families, paths) : families.flat()))
}

/** How many figures are picked one by one. */
const MOST_PICKED = 12

/** Rows and columns of the table of applications: all of them where null. */
export interface OutcomesPicked {
  readonly rows?: readonly ApplicationRow[] | null | undefined
  readonly applicants?: readonly Applicant[] | null | undefined
}

/** The outcomes of these rows and columns of the table: all where null. Of many the whole family is read. */
export function outcomesAt(
  content: Content,
  { rows, applicants }: OutcomesPicked,
  asked?: AskedText,
): MaybePromise<readonly ApplicationOutcomeShape[]> {
  const picked = pickedOutcomes({ rows, applicants })
  if (picked === null) return content.applicationOutcomes(asked)
  if (isFew(picked)) return content.applicationOutcomes(asked, picked)
  return completeValue(content.applicationOutcomes(), (outcomes) => outcomes.filter(isAt(picked)))
}

/** Whether what is picked is read by itself: of more the whole family is read, and kept for whoever asks for others. */
export const isFew = ({ row, applicant }: PickedOutcomes): boolean => row.length * applicant.length <= MOST_PICKED

type PickedOutcomes = NonNullable<ReturnType<typeof pickedOutcomes>>

/** What is picked of the table, however often and in which order it is named; null where all of it is. */
export function pickedOutcomes({ rows, applicants }: OutcomesPicked) {
  if (rows == null && applicants == null) return null
  return {
    row: codesOf(APPLICATION_ROWS).filter((code) => rows?.includes(code) ?? true),
    applicant: codesOf(APPLICANTS).filter((code) => applicants?.includes(code) ?? true),
  }
}

const isAt = (picked: Picked) => (outcome: Pick<ApplicationOutcomeShape, 'row' | 'applicant'>) =>
  picked.row?.includes(outcome.row) === true && picked.applicant?.includes(outcome.applicant) === true

/** The figures of these paths, in their order. */
function among(lists: readonly (readonly FigureOfContent[])[], paths: readonly FigurePath[]): FigureOfContent[] {
  const wanted = new Set(paths)
  const printed = new Map<FigurePath, FigureOfContent>()
  for (const list of lists) {
    for (const figure of list) if (wanted.has(figure.path)) printed.set(figure.path, figure)
  }
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
  const place = { revision: null, preview: report }
  const cell = (path: FigurePath, figure: Figure) => ({ ...figure, path, ...place })
  const count = ({ value }: Figure) => (value === null ? null : Number(value))
  return {
    disclosureItems: () =>
      Array.from(figuresOf(report, 'disclosure'), ({ path, figure, key }) => ({ ...cell(path, figure), ...key })),
    applicationOutcomes: (_asked, picked) =>
      Array.from(figuresOf(report, 'applications'), ({ path, figure, key }) => ({
        ...cell(path, figure),
        ...key,
        value: count(figure),
      })).filter(picked === undefined ? () => true : isAt(picked)),
    reviewResults: () =>
      Array.from(figuresOf(report, 'review'), ({ path, figure, key }) => ({
        ...cell(path, figure),
        ...key,
        value: count(figure),
      })),
    litigationResults: () =>
      Array.from(figuresOf(report, 'litigation'), ({ path, figure, key }) => ({
        ...cell(path, figure),
        ...key,
        value: count(figure),
      })),
    unrecognisedRows: () => report.unrecognisedRows,
    claims: () => report.claims,
    shares: () => report.shares,
    sections: () => report.sections,
    issues: () => report.issues.map((issue) => ({ ...issue, ...place })),
    judgement: () => (judgement ? counted(judgement) : null),
    findings: () => (judgement?.findings ?? []).map((finding) => ({ ...finding, preview })),
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

const nothing = () => []

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
  judgement: () => null,
  findings: nothing,
}
