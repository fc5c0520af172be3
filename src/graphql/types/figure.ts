import { FIGURE_STATES, type FigureState } from '../../domain/figure.ts'
import { type FigureKey, type FigurePath, keyOf } from '../../domain/figure-paths.ts'
import { labelOfFigure, unitOfFigure } from '../../domain/figure-terms.ts'
import type { Locator as LocatorShape } from '../../domain/locator.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { LanguageCode } from './language.ts'
import { Locator } from './locator.ts'
import { type Quoted, Snippet, snippetOf } from './snippet.ts'
import { UnitCode } from './unit.ts'

export const FigureStateCode = enumFrom(
  'FigureState',
  'What a cell holds. Blank, unreadable and zero are three different things.',
  FIGURE_STATES,
)

export interface FigureShape extends Quoted {
  readonly path: FigurePath
  readonly state: FigureState
  readonly value: string | number | null
  readonly raw: string
  readonly at: LocatorShape | null
}

/** The form of the report: it decides label and unit. */
const formOf = ({ revision, preview }: Quoted) => (revision ?? preview)?.form ?? null

const TYPE_OF = {
  disclosure: 'DisclosureItem',
  applications: 'ApplicationOutcome',
  review: 'ReviewResult',
  litigation: 'LitigationResult',
} as const satisfies Record<FigureKey['family'], string>

/** One cell of a report as printed: what the four families have in common. */
export const Figure = builder.interfaceRef<FigureShape>('Figure').implement({
  description: 'One cell of a report, as printed, with its place in the document.',
  resolveType: ({ path }) => TYPE_OF[keyOf(path).family],
  fields: (t) => ({
    path: t.expose('path', { type: 'FigurePath', description: 'The address of the figure, the same in every report.' }),
    state: t.expose('state', { type: FigureStateCode, description: 'Whether the cell states a number.' }),
    decimal: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The value as a decimal, whatever the family. Null unless the state is STATED.',
      resolve: ({ value }) => (value === null ? null : String(value)),
    }),
    raw: t.exposeString('raw', { description: 'The text of the cell, untouched.' }),
    unit: t.field({
      type: UnitCode,
      description: "The form's unit, in which the value counts.",
      resolve: (figure) => unitOfFigure(figure.path, formOf(figure)),
    }),
    label: t.string({
      description: 'What the figure says, in words.',
      args: { language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the label.' }) },
      resolve: (figure, { language }) => labelOfFigure(figure.path, formOf(figure), language ?? 'ZH'),
    }),
    locator: t.field({
      type: Locator,
      nullable: true,
      description: 'Where the document prints the figure. Null when it came as structured data without a place.',
      resolve: ({ at }) => at,
    }),
    snippet: t.field({
      type: Snippet,
      nullable: true,
      description:
        'The row of the figure as the document prints it, from its label to its last cell, with the cell of the figure as `exact`. Null when it came as structured data without one.',
      resolve: snippetOf,
    }),
  }),
})
