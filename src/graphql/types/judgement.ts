import { REPORT_STATUSES } from '../../domain/finding.ts'
import { RULES } from '../../rules/registry.ts'
import type { Verdict } from '../../rules/weighed.ts'
import type { StoredJudgement } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { listOf } from '../limits.ts'
import { someCodes } from './filter.ts'
import { Rule, ruleOf, VerdictCode } from './rule.ts'

export const ReportStatusCode = enumFrom(
  'ReportStatus',
  'What the rules make of a report as a whole. Notices do not count.',
  REPORT_STATUSES,
)

export const ReportStatusFilter = builder.inputType('ReportStatusFilter', {
  description: 'Conditions on a status; all given ones must hold. A report that was not judged fulfils none.',
  fields: (t) => ({
    equals: t.field({ type: ReportStatusCode, description: 'Is exactly this.' }),
    in: t.field({ type: [ReportStatusCode], description: 'Is one of these.', validate: someCodes }),
  }),
})

/** A judgement of the store, or one of a preview, which has no moment. */
export type JudgementShape = Omit<StoredJudgement, 'judgedAt'> & { readonly judgedAt: Date | null }

const idsOf = ({ held, broken, unknown }: JudgementShape, verdict: Verdict): readonly string[] => {
  return { HOLDS: held, BROKEN: broken, UNKNOWN: unknown }[verdict]
}

/** What the rules say of a report: counts that anyone can recount. */
export const Judgement = builder.objectRef<JudgementShape>('Judgement').implement({
  description:
    'What the rules say of a report, as counts and no grade: how many of the rules of its form hold, are broken, and could not be weighed.',
  fields: (t) => ({
    rulesVersion: t.exposeString('rulesVersion', { description: 'The version of the rules that judged it.' }),
    judgedAt: t.expose('judgedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When what they say last changed. Null in a preview.',
    }),
    status: t.expose('status', { type: ReportStatusCode, description: 'What that makes of the report.' }),
    held: t.int({ description: 'How many rules hold.', resolve: ({ held }) => held.length }),
    broken: t.int({ description: 'How many rules are broken.', resolve: ({ broken }) => broken.length }),
    unknown: t.int({
      description: 'How many rules could not be weighed, because figures are blank, missing or unreadable.',
      resolve: ({ unknown }) => unknown.length,
    }),
    errors: t.exposeInt('errors', {
      description: 'How many findings are errors. A broken rule may make several findings.',
    }),
    warnings: t.exposeInt('warnings', { description: 'How many findings are warnings.' }),
    notices: t.exposeInt('notices', { description: 'How many findings are notices.' }),
    rules: t.field({
      type: [Rule],
      description: 'The rules of one verdict: those that are counted.',
      args: { verdict: t.arg({ type: VerdictCode, required: true, description: 'Which verdict.' }) },
      complexity: listOf(RULES.length),
      resolve: (judgement, { verdict }) => idsOf(judgement, verdict).flatMap((id) => ruleOf(id) ?? []),
    }),
  }),
})
