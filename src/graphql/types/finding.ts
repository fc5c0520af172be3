import type {
  Finding as DomainFinding,
  FindingSide as DomainSide,
  Severity,
  Statement as StatementShape,
} from '../../domain/finding.ts'
import type { RevisionKey } from '../../store/revision-key.ts'
import type { ReadRevision } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import { type ContentHolder, contentOf, type FigureOfContent, type Preview } from '../content.ts'
import type { Context } from '../context.ts'
import { listOf } from '../limits.ts'
import { Figure } from './figure.ts'
import { Locator } from './locator.ts'
import { Rule, ruleOf } from './rule.ts'
import { SeverityCode } from './severity.ts'

/** What a finding was found in: a stored revision, or a report that is not stored. */
type FoundIn = (RevisionKey & { readonly revision?: ReadRevision }) | { readonly preview: Preview }

/** A finding as the domain has it, or as a row of the store. */
export type FindingShape = FoundIn & {
  readonly ruleId: string
  readonly severity: Severity
  readonly message: string
  readonly remedy?: string | null
  /** A `FindingSide` of the domain. */
  readonly left: unknown
  readonly right: unknown
  readonly difference: string | { toFixed(): string }
  readonly unit?: string | null
  readonly sameAs?: readonly string[]
}

/** A finding of a report that is not stored. */
export const previewedFinding = (finding: DomainFinding, preview: Preview): FindingShape => ({
  ...finding,
  preview,
})

interface SideShape extends DomainSide {
  readonly foundIn: FoundIn
}

// The store's client knows no more of the column than that it is JSON.
const sideOf = (side: unknown, foundIn: FoundIn): SideShape => ({ ...(side as DomainSide), foundIn })

/** What holds the figures of a side: the report itself, or that of another year. */
async function holderOf({ foundIn, year }: SideShape, { loaders }: Context): Promise<ContentHolder | null> {
  if ('preview' in foundIn) {
    const { previous } = foundIn.preview
    if (year == null) return foundIn.preview
    return previous?.year === year ? loaders.revisions.load(previous) : null
  }
  return year == null
    ? (foundIn.revision ?? loaders.revisions.load(foundIn))
    : loaders.currentRevisions.load({ agencyId: foundIn.agencyId, year })
}

async function figuresOf(side: SideShape, context: Context): Promise<FigureOfContent[]> {
  if (side.paths.length === 0) return []
  const holder = await holderOf(side, context)
  if (holder === null) return []
  const content = contentOf(holder, context.loaders)
  const families = new Set(side.paths.map((path) => path.slice(0, path.indexOf('.'))))
  const lists: (readonly FigureOfContent[])[] = await Promise.all([
    families.has('disclosure') ? content.disclosureItems() : [],
    families.has('applications') ? content.applicationOutcomes() : [],
    families.has('review') ? content.reviewResults() : [],
    families.has('litigation') ? content.litigationResults() : [],
  ])
  const byPath = new Map(lists.flat().map((figure) => [figure.path, figure]))
  return side.paths.flatMap((path) => byPath.get(path) ?? [])
}

const Statement = builder.objectRef<StatementShape>('Statement').implement({
  description: 'A sentence that states one side of a finding.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'The sentence, as printed.' }),
    locator: t.field({
      type: Locator,
      nullable: true,
      description: 'Where the sentence begins.',
      resolve: ({ at }) => at,
    }),
  }),
})

/** How many figures the sides of findings have, as a rule, and how many sentences: what asking for them costs. */
const FIGURES_OF_A_SIDE = 10
const STATEMENTS_OF_A_SIDE = 2

const FindingSide = builder.objectRef<SideShape>('FindingSide').implement({
  description: 'One side of a broken relation: figures, or sentences, and what they come to.',
  fields: (t) => ({
    paths: t.field({
      type: ['FigurePath'],
      description: 'The figures that the side is made of. Empty where sentences state it, or where it is worked out.',
      complexity: listOf(FIGURES_OF_A_SIDE),
      resolve: ({ paths }) => [...paths],
    }),
    value: t.expose('value', { type: 'Decimal', description: 'What they come to.' }),
    year: t.int({
      nullable: true,
      description: "The year of the report whose figures they are, when that is another year's report of the agency.",
      resolve: ({ year }) => year ?? null,
    }),
    figures: t.field({
      type: [Figure],
      description:
        'The figures themselves, as printed. Those of another year are of its current revision; a refused report has none of them.',
      complexity: listOf(FIGURES_OF_A_SIDE),
      resolve: (side, _args, context) => figuresOf(side, context),
    }),
    statements: t.field({
      type: [Statement],
      description: 'The sentences that state the side. Empty where figures do.',
      complexity: listOf(STATEMENTS_OF_A_SIDE),
      resolve: ({ statements }) => [...(statements ?? [])],
    }),
  }),
})

/** A rule that a report breaks. */
export const Finding = builder.interfaceRef<FindingShape>('Finding').implement({
  description: 'A rule that a report breaks, with both sides of the relation. The figures themselves stay as printed.',
  resolveType: (finding) => ('preview' in finding ? 'PreviewedFinding' : 'StoredFinding'),
  fields: (t) => ({
    ruleId: t.exposeString('ruleId', { description: 'The rule: `applications.balance` … Ids are permanent.' }),
    rule: t.field({
      type: Rule,
      nullable: true,
      description: 'The rule itself, with its sources. Null for one that this version of the hub does not know.',
      resolve: ({ ruleId }) => ruleOf(ruleId),
    }),
    severity: t.expose('severity', { type: SeverityCode, description: 'How much it weighs.' }),
    message: t.exposeString('message', { description: 'The finding in words.' }),
    left: t.field({
      type: FindingSide,
      description: 'The left side.',
      resolve: (finding) => sideOf(finding.left, finding),
    }),
    right: t.field({
      type: FindingSide,
      description: 'The right side.',
      resolve: (finding) => sideOf(finding.right, finding),
    }),
    difference: t.field({
      type: 'Decimal',
      description: 'Left minus right.',
      resolve: ({ difference }) => (typeof difference === 'string' ? difference : difference.toFixed()),
    }),
    unit: t.string({
      nullable: true,
      description: 'The unit of both sides, as printed: 件, 万元, %. Null when they have none in common.',
      resolve: ({ unit }) => unit ?? null,
    }),
    sameAs: t.field({
      type: ['FigurePath'],
      description: 'Other figures of the report that equal what a sentence states: it may speak of one of them.',
      resolve: ({ sameAs }) => [...(sameAs ?? [])],
    }),
    remedy: t.string({
      nullable: true,
      description: 'What would make the relation hold, in words. Nothing is ever corrected here.',
      resolve: ({ remedy }) => remedy ?? null,
    }),
  }),
})

builder.objectRef<FindingShape>('PreviewedFinding').implement({
  description: 'A rule that a document breaks which is not stored.',
  interfaces: [Finding],
})
