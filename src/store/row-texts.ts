import { CODE, DECIMAL, PLAIN, QUOTED } from './row-lists.ts'

// Figures as the text that they have in an answer. Where nothing is asked of them but columns that go into it as they are, PostgreSQL puts it together: the hub would
// read the rows, make objects of them, and write those out again.

/** What is asked of each row: a property of it, or what is the same in all rows, by the name that it has in the answer. */
export type AskedColumn =
  | { readonly name: string; readonly property: string }
  | { readonly name: string; readonly constant: string }

/** What is asked of the rows of a list, in the order of the answer. */
export interface AskedText {
  readonly columns: readonly AskedColumn[]
  /** Tells it from others. */
  readonly key: string
}

/** @param columns names and constants are names of GraphQL: letters, digits and underscores. */
export const askedText = (columns: readonly AskedColumn[]): AskedText => ({
  columns,
  key: columns
    .map((column) => ('property' in column ? `${column.name}:${column.property}` : `${column.name}=${column.constant}`))
    .join(),
})

/** Expressions of JSON text, by the property of a row. */
export type TextColumns = Readonly<Record<string, string>>

/** What every figure has, whatever its family. The parts of its path are columns, but for the first one. */
function figureTexts(family: string, value: string, codes: readonly string[]): TextColumns {
  return {
    ...Object.fromEntries(codes.map((code) => [code, CODE(`"${code}"`)])),
    path: CODE([`'${family}'`, ...codes.map((code) => `"${code}"::text`)].join(" || '.' || ").replace(/.*/, '($&)')),
    state: CODE('state'),
    value,
    raw: QUOTED('raw'),
  }
}

/** The lists that are to be had as text, by the names of the loaders. */
export const TEXTS = {
  disclosureItems: figureTexts('disclosure', CODE(DECIMAL('value')), ['item', 'measure']),
  applicationOutcomes: figureTexts('applications', PLAIN('value'), ['row', 'applicant']),
  reviewResults: figureTexts('review', PLAIN('value'), ['result']),
  litigationResults: figureTexts('litigation', PLAIN('value'), ['route', 'result']),
} as const satisfies Readonly<Record<string, TextColumns>>

/** The name of a list that is to be had as text. */
export type TextListName = keyof typeof TEXTS

export const isTextListName = (name: string): name is TextListName => name in TEXTS

/** Whether all that is asked of the rows of the list is to be had as text. */
export const isToBeHad = (list: TextListName, { columns }: AskedText): boolean =>
  columns.every((column) => 'constant' in column || column.property in TEXTS[list])

/** An expression that gathers the rows of a list into the text of one JSON array of objects; null when there are none. */
export function textOfRows(list: TextListName, { columns }: AskedText, order: string): string {
  const texts: TextColumns = TEXTS[list]
  const members = columns.map((column) =>
    'constant' in column
      ? [`'"${column.name}":"${column.constant}"'`]
      : [`'"${column.name}":'`, texts[column.property]],
  )
  return `'[' || string_agg(concat('{', ${members.map((parts) => parts.join(', ')).join(", ',', ")}, '}'), ',' ORDER BY ${order}) || ']'`
}
