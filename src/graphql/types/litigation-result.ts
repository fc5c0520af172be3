import { type CaseResult, LITIGATION_ROUTES, type LitigationRoute } from '../../domain/cases.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Figure, type FigureShape } from './figure.ts'
import { CaseResultCode } from './review-result.ts'

const RouteCode = enumFrom('LitigationRoute', 'How a suit came to court.', LITIGATION_ROUTES)

export interface LitigationResultShape extends FigureShape {
  readonly route: LitigationRoute
  readonly result: CaseResult
  readonly value: number | null
}

/** A figure of the family `litigation`. */
export const LitigationResult = builder.objectRef<LitigationResultShape>('LitigationResult').implement({
  description: 'A figure of administrative litigation (行政诉讼).',
  interfaces: [Figure],
  fields: (t) => ({
    route: t.expose('route', { type: RouteCode, description: 'How the suits came to court.' }),
    result: t.expose('result', { type: CaseResultCode, description: 'How the cases ended.' }),
    value: t.exposeInt('value', { nullable: true, description: 'The number of cases. Null unless the state is STATED.' }),
  }),
})
