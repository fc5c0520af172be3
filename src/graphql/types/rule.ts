import { LEGAL_SOURCES } from '../../domain/legal-sources.ts'
import { RULES_VERSION } from '../../rules/judge.ts'
import { RULES } from '../../rules/registry.ts'
import type { Example, Given, Rule as RuleShape } from '../../rules/rule.ts'
import { operandsOf } from '../../rules/rule-operands.ts'
import type { RuleCounts } from '../../store/loaders.ts'
import { builder } from '../builder.ts'
import { listOf } from '../limits.ts'
import { Direction, storable } from './filter.ts'
import { FormCode, LegalSource } from './form.ts'
import { LanguageCode } from './language.ts'
import { SeverityCode } from './severity.ts'
import { ShareTerm } from './share.ts'

/** How many figures the rules speak of, as a rule, and how many examples they have: what asking for them costs. */
const OPERANDS_OF_A_RULE = 30
const EXAMPLES_OF_A_RULE = 5

const KINDS = {
  EQUATION: { description: 'The sums of both sides are equal.' },
  AT_MOST: { description: 'The left side is not more than the right.' },
  PRESENT: { description: 'The figures are stated where any figure of their table is.' },
  CONTINUITY: { description: 'The figures agree with those of the report of the year before.' },
  MAGNITUDE: { description: 'A number is not above what any agency of its level reaches.' },
  CLAIM: { description: 'A number in a sentence equals a figure that it may speak of.' },
  LIST: { description: 'The numbers that a sentence lists add up to their total.' },
  RATIO: { description: 'A printed percentage is its part by its whole.' },
} as const satisfies Record<RuleShape['kind'], { readonly description: string }>

const RuleKind = builder.enumType('RuleKind', { description: 'What a rule compares.', values: KINDS })

export const VerdictCode = builder.enumType('Verdict', {
  description: 'What a rule comes to.',
  values: {
    HOLDS: { description: 'At least one of its relations holds, and none is broken.' },
    BROKEN: { description: 'At least one of its relations is broken.' },
    UNKNOWN: { description: 'None could be weighed: figures are blank, missing or unreadable. Unknown is never zero.' },
  } as const,
})

interface ExampleFigureShape {
  readonly path: string
  readonly value: string | null
}

const ExampleFigure = builder.objectRef<ExampleFigureShape>('ExampleFigure').implement({
  description: 'A figure of an example.',
  fields: (t) => ({
    path: t.expose('path', { type: 'FigurePath', description: 'The address of the figure.' }),
    value: t.exposeString('value', { nullable: true, description: 'As printed. Null for a blank cell.' }),
  }),
})

const ExampleClaim = builder.objectRef<NonNullable<Example['claims']>[number]>('ExampleClaim').implement({
  description: 'A number that a sentence of an example states.',
  fields: (t) => ({
    subject: t.expose('subject', { type: 'FigurePath', description: 'The figure that the sentence speaks of.' }),
    value: t.expose('value', { type: 'Decimal', description: 'The number.' }),
    unit: t.string({ nullable: true, description: 'The unit, as printed.', resolve: ({ unit }) => unit ?? null }),
  }),
})

const ExampleShare = builder.objectRef<NonNullable<Example['shares']>[number]>('ExampleShare').implement({
  description: 'A share that a sentence of an example states.',
  fields: (t) => ({
    percent: t.exposeString('percent', { description: 'The printed digits, without the sign.' }),
    part: t.expose('part', { type: ShareTerm, description: 'What has the share.' }),
    whole: t.expose('whole', { type: ShareTerm, description: 'What it is a share of.' }),
  }),
})

const figuresOf = (given: Given = {}): ExampleFigureShape[] =>
  Object.entries(given).map(([path, value]) => ({ path, value: value == null ? null : String(value) }))

const RuleExample = builder.objectRef<Example>('RuleExample').implement({
  description: 'A report in miniature, and what the rule says of it.',
  fields: (t) => ({
    why: t.exposeString('why', { description: 'What it shows.' }),
    verdict: t.expose('verdict', { type: VerdictCode, description: 'What the rule says.' }),
    figures: t.field({
      type: [ExampleFigure],
      description: 'The figures of the report.',
      complexity: listOf(OPERANDS_OF_A_RULE),
      resolve: ({ given }) => figuresOf(given),
    }),
    previousFigures: t.field({
      type: [ExampleFigure],
      description: 'The figures of the report of the year before.',
      complexity: listOf(OPERANDS_OF_A_RULE),
      resolve: ({ previous }) => figuresOf(previous),
    }),
    claims: t.field({
      type: [ExampleClaim],
      description: 'What its sentences state.',
      resolve: ({ claims }) => [...(claims ?? [])],
    }),
    shares: t.field({
      type: [ExampleShare],
      description: 'The shares that its sentences state.',
      resolve: ({ shares }) => [...(shares ?? [])],
    }),
  }),
})

const RuleReports = builder.objectRef<RuleCounts>('RuleReports').implement({
  description:
    'How many reports a rule was weighed in, by its verdict: current revisions only. Reports of other forms are in none.',
  fields: (t) => ({
    held: t.exposeInt('held', { description: 'In so many it holds.' }),
    broken: t.exposeInt('broken', { description: 'In so many it is broken.' }),
    unknown: t.exposeInt('unknown', { description: 'In so many it could not be weighed.' }),
  }),
})

/** What must be true of a report. */
export const Rule = builder.objectRef<RuleShape>('Rule').implement({
  description: 'What must be true of a report, with the documents on which that rests. Findings are made by rules.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`applications.balance` … Ids are permanent.' }),
    says: t.string({
      description: 'The rule in one sentence.',
      args: {
        language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the sentence.' }),
      },
      resolve: ({ says }, { language }) => (language === 'EN' ? says.en : says.zh),
    }),
    sources: t.field({
      type: [LegalSource],
      description: 'The documents on which it rests.',
      resolve: ({ sources }) => sources.map((source) => LEGAL_SOURCES[source]),
    }),
    forms: t.field({
      type: [FormCode],
      description: 'The forms that it speaks of.',
      resolve: ({ forms }) => [...forms],
    }),
    severity: t.expose('severity', { type: SeverityCode, description: 'How much its findings weigh.' }),
    kind: t.expose('kind', { type: RuleKind, description: 'What it compares.' }),
    operands: t.field({
      type: ['FigurePath'],
      description: 'Every figure that it may compare.',
      complexity: listOf(OPERANDS_OF_A_RULE),
      resolve: (rule) => [...operandsOf(rule)],
    }),
    examples: t.field({
      type: [RuleExample],
      description: 'Examples of each verdict. They run as the tests of the rule.',
      complexity: listOf(EXAMPLES_OF_A_RULE),
      resolve: ({ examples }) => [...examples],
    }),
    reports: t.field({
      type: RuleReports,
      description:
        'How many reports it holds in, is broken in, and could not be weighed in. Counted only when asked for.',
      resolve: ({ id }, _args, { loaders }) => loaders.ruleCounts.load(id),
    }),
  }),
})

const BY_ID: ReadonlyMap<string, RuleShape> = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of that id; null for one that this version of the hub does not know. */
export const ruleOf = (id: string): RuleShape | null => BY_ID.get(id) ?? null

const RuleOrder = builder.inputType('RuleOrder', {
  description: 'What to sort rules by.',
  isOneOf: true,
  fields: (t) => ({
    id: t.field({ type: Direction, description: 'By id.' }),
    broken: t.field({ type: Direction, description: 'By the number of reports in which they are broken.' }),
  }),
})

const alphabetic = (left: RuleShape, right: RuleShape) => (left.id < right.id ? -1 : 1)

builder.queryFields((t) => ({
  rules: t.field({
    type: [Rule],
    description: 'The rules by which reports are judged, in the order of the tables of a report unless told otherwise.',
    args: {
      form: t.arg({ type: FormCode, description: 'Only those that speak of this form.' }),
      orderBy: t.arg({ type: RuleOrder, description: 'What to sort by.' }),
    },
    complexity: listOf(RULES.length),
    resolve: async (_root, { form, orderBy }, { loaders }) => {
      const rules = RULES.filter(({ forms }) => form == null || forms.includes(form))
      if (orderBy == null) return rules
      const direction = (orderBy.id ?? orderBy.broken) === 'desc' ? -1 : 1
      if (orderBy.id != null) return rules.toSorted((left, right) => direction * alphabetic(left, right))
      const weighed = await Promise.all(
        rules.map(async (rule) => ({ rule, broken: (await loaders.ruleCounts.load(rule.id)).broken })),
      )
      // The id at the end gives every rule a place of its own.
      return weighed
        .toSorted((left, right) => direction * (left.broken - right.broken) || alphabetic(left.rule, right.rule))
        .map(({ rule }) => rule)
    },
  }),
  rule: t.field({
    type: Rule,
    nullable: true,
    description: 'One rule, or null.',
    args: { id: t.arg.id({ required: true, description: 'Its id: `applications.balance`.', validate: storable }) },
    resolve: (_root, { id }) => ruleOf(id),
  }),
  rulesVersion: t.string({
    description: 'The version of the rules. Judgements of another version were made before the rules changed.',
    resolve: () => RULES_VERSION,
  }),
}))
