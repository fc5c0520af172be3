import { LITIGATION_ROUTES } from '../../domain/cases.ts'
import type { StoredLitigationResult } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Figure } from './figure.ts'
import { CaseResultCode } from './review-result.ts'
import type { Quoted } from './snippet.ts'

export const LitigationRouteCode = enumFrom('LitigationRoute', 'How a suit came to court.', LITIGATION_ROUTES)

export type LitigationResultShape = Omit<StoredLitigationResult, 'revision'> & Quoted

/** A figure of the family `litigation`. */
export const LitigationResult = builder.objectRef<LitigationResultShape>('LitigationResult').implement({
  description: 'A figure of administrative litigation (行政诉讼).',
  interfaces: [Figure],
  fields: (t) => ({
    route: t.expose('route', { type: LitigationRouteCode, description: 'How the suits came to court.' }),
    result: t.expose('result', { type: CaseResultCode, description: 'How the cases ended.' }),
    value: t.exposeInt('value', {
      nullable: true,
      description: 'The number of cases. Null unless the state is STATED.',
    }),
  }),
})
