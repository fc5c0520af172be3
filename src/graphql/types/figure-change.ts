import { labelOfFigure, unitOfFigure } from '../../domain/figure-terms.ts'
import type { FigureChange as ChangeShape, FigureValue as ValueShape } from '../../store/figure-changes.ts'
import { builder } from '../builder.ts'
import { listOf, ROWS_OF_A_REPORT } from '../limits.ts'
import { FigureStateCode } from './figure.ts'
import { LanguageCode } from './language.ts'
import { Revision } from './revision.ts'

const FigureValue = builder.objectRef<ValueShape>('FigureValue').implement({
  description: 'What a figure says in one revision.',
  fields: (t) => ({
    state: t.expose('state', { type: FigureStateCode, description: 'Whether the cell states a number.' }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'The value as a decimal, whatever the family. Null unless the state is STATED.',
    }),
    raw: t.exposeString('raw', { description: 'The text of the cell, untouched.' }),
  }),
})

/** The form by which a change is told: that of the later revision, if it prints the figure. */
const formOf = ({ to, forms }: ChangeShape) => (to === null ? forms.from : forms.to)

/** Whether both revisions count the figure in one unit. */
const isInOneUnit = ({ path, forms }: ChangeShape) => unitOfFigure(path, forms.from) === unitOfFigure(path, forms.to)

/** A figure that differs between two revisions of a report. */
export const FigureChange = builder.objectRef<ChangeShape>('FigureChange').implement({
  description:
    'A figure that differs between two revisions of a report. One that is printed otherwise and says the same does not: `10` and `１０`. One that cannot be read differs when other text is printed.',
  fields: (t) => ({
    path: t.expose('path', { type: 'FigurePath', description: 'The address of the figure.' }),
    label: t.string({
      description: 'What the figure says, in words.',
      args: { language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the label.' }) },
      resolve: (change, { language }) => labelOfFigure(change.path, formOf(change), language ?? 'ZH'),
    }),
    from: t.field({
      type: FigureValue,
      nullable: true,
      description: 'What the earlier revision says. Null when it does not print the figure.',
      resolve: ({ from }) => from,
    }),
    to: t.field({
      type: FigureValue,
      nullable: true,
      description: 'What the later revision says. Null when it does not print the figure.',
      resolve: ({ to }) => to,
    }),
    difference: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'The later value minus the earlier one. Null unless both are stated, in one unit: what a blank became is no number.',
      resolve: (change) => (isInOneUnit(change) ? change.difference : null),
    }),
  }),
})

/** What asking for the figures that differ costs. */
export const CHANGES_COST = listOf(ROWS_OF_A_REPORT.changes)

builder.prismaObjectFields(Revision, (t) => ({
  changes: t.field({
    type: [FigureChange],
    nullable: true,
    description:
      'The figures that differ from those of the revision before it, by number, in the order of the form. Null for the first, which has none before it.',
    complexity: CHANGES_COST,
    resolve: async ({ agencyId, year, number }, _args, { loaders }) =>
      number === 1 ? null : [...(await loaders.figureChanges.load({ agencyId, year, from: number - 1, to: number }))],
  }),
}))
