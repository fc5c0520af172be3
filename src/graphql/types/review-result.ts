import { CASE_RESULTS } from '../../domain/cases.ts'
import type { StoredReviewResult } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Figure } from './figure.ts'
import type { Quoted } from './snippet.ts'

export const CaseResultCode = enumFrom('CaseResult', 'How a case ended: a column of the case table.', CASE_RESULTS)

export type ReviewResultShape = Omit<StoredReviewResult, 'revision'> & Quoted

/** A figure of the family `review`. */
export const ReviewResult = builder.objectRef<ReviewResultShape>('ReviewResult').implement({
  description: 'A figure of administrative reconsideration (行政复议).',
  interfaces: [Figure],
  fields: (t) => ({
    result: t.expose('result', { type: CaseResultCode, description: 'How the cases ended.' }),
    value: t.exposeInt('value', {
      nullable: true,
      description: 'The number of cases. Null unless the state is STATED.',
    }),
  }),
})
