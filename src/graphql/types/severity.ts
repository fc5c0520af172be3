import { SEVERITIES } from '../../domain/finding.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { someCodes } from './filter.ts'

export const SeverityCode = enumFrom('Severity', 'How much a finding weighs.', SEVERITIES)

export const SeverityFilter = builder.inputType('SeverityFilter', {
  description: 'Conditions on a severity; all given ones must hold.',
  fields: (t) => ({
    equals: t.field({ type: SeverityCode, description: 'Is exactly this.' }),
    in: t.field({ type: [SeverityCode], description: 'Is one of these.', validate: someCodes }),
  }),
})
