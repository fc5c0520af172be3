import { APPLICANTS } from '../../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRowTerm, OUTCOME_GROUPS } from '../../domain/application-rows.ts'
import type { StoredApplicationOutcome } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Figure } from './figure.ts'
import type { Quoted } from './snippet.ts'

export const ApplicationRowCode = enumFrom(
  'ApplicationRow',
  'A row of the applications table (收到和处理政府信息公开申请情况): received, an outcome, a total, carried over.',
  APPLICATION_ROWS,
)
export const ApplicantCode = enumFrom(
  'Applicant',
  'Who applied (申请人情况): a column of the applications table.',
  APPLICANTS,
)
export const OutcomeGroupCode = enumFrom('OutcomeGroup', 'The heading under which an outcome stands.', OUTCOME_GROUPS)

export type ApplicationOutcomeShape = Omit<StoredApplicationOutcome, 'revision'> & Quoted

/** A figure of the family `applications`. */
export const ApplicationOutcome = builder.objectRef<ApplicationOutcomeShape>('ApplicationOutcome').implement({
  description: 'A figure of applications for disclosure (依申请公开): a row of the table for one kind of applicant.',
  interfaces: [Figure],
  fields: (t) => ({
    row: t.expose('row', { type: ApplicationRowCode, description: 'The row of the table.' }),
    applicant: t.expose('applicant', { type: ApplicantCode, description: 'The column of the table.' }),
    group: t.field({
      type: OutcomeGroupCode,
      nullable: true,
      description: 'The heading under which the outcome stands. Null for received, carried over and totals.',
      resolve: ({ row }) => {
        const term: ApplicationRowTerm = APPLICATION_ROWS[row]
        return term.group ?? null
      },
    }),
    value: t.exposeInt('value', {
      nullable: true,
      description: 'The number of applications. Null unless the state is STATED.',
    }),
  }),
})
