import { type Addend as AddendShape, type Formula as FormulaShape, pathOfAddend } from '../../domain/formula.ts'
import { builder } from '../builder.ts'
import { listOf } from '../limits.ts'

const Addend = builder.objectRef<AddendShape>('Addend').implement({
  description: 'A figure of a sum.',
  fields: (t) => ({
    path: t.field({ type: 'FigurePath', description: 'The address of the figure.', resolve: pathOfAddend }),
    isTakenAway: t.boolean({
      description: 'Whether it is taken away, and not added.',
      resolve: (addend) => typeof addend !== 'string',
    }),
  }),
})

/** How many figures the longest sum has: what asking for them costs. */
const ADDENDS = 8

/** A sum of figures. */
export const Sum = builder.objectRef<FormulaShape[number]>('Sum').implement({
  description: 'A sum of figures of one report. It is unknown when one of them is blank, unreadable or not printed.',
  fields: (t) => ({
    addends: t.field({
      type: [Addend],
      description: 'Its figures.',
      complexity: listOf(ADDENDS),
      resolve: (sum) => [...sum],
    }),
  }),
})

/** How many sums a formula has at most: what asking for them costs. */
export const SUMS = 2
