import { type Finding as FindingShape, type FindingSide as FindingSideShape, SEVERITIES } from '../../domain/finding.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'

const SeverityCode = enumFrom('Severity', 'How much a finding weighs.', SEVERITIES)

const FindingSide = builder.objectRef<FindingSideShape>('FindingSide').implement({
  description: 'One side of a broken relation.',
  fields: (t) => ({
    paths: t.field({
      type: ['FigurePath'],
      description: 'The figures that the side is made of.',
      resolve: ({ paths }) => [...paths],
    }),
    value: t.expose('value', { type: 'Decimal', description: 'What they come to.' }),
  }),
})

/** A rule that a report breaks. */
export const Finding = builder.objectRef<FindingShape>('Finding').implement({
  description: 'A rule that a report breaks, with both sides of the relation. The figures themselves stay as printed.',
  fields: (t) => ({
    ruleId: t.exposeString('ruleId', { description: 'The rule: `applications.balance` … Ids are permanent.' }),
    severity: t.expose('severity', { type: SeverityCode, description: 'How much it weighs.' }),
    message: t.exposeString('message', { description: 'The finding in words.' }),
    left: t.expose('left', { type: FindingSide, description: 'The left side.' }),
    right: t.expose('right', { type: FindingSide, description: 'The right side.' }),
    difference: t.expose('difference', { type: 'Decimal', description: 'Left minus right.' }),
  }),
})
