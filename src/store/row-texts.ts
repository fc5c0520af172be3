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

/** How many columns are put together: PostgreSQL calls no function with more than a hundred values. */
export const MOST_COLUMNS = 45

/** Whether all that is asked of the rows of the list is to be had as text. */
export const isToBeHad = (list: TextListName, { columns }: AskedText): boolean =>
  columns.length <= MOST_COLUMNS && columns.every((column) => 'constant' in column || column.property in TEXTS[list])

/** A member of an object: its name, and the expression of its text, or its text itself. */
export type Member = { readonly name: string } & ({ readonly sql: string } | { readonly text: string })

/**
 * An expression of the text of a JSON object with these members.
 * @param literal an expression of a text that has names in it, which are what callers call things
 */
export function objectText(members: readonly Member[], literal: (text: string) => string): string {
  const parts: string[] = []
  let text = '{'
  for (const [place, member] of members.entries()) {
    text += `${place === 0 ? '' : ','}"${member.name}":`
    if ('text' in member) {
      text += member.text
      continue
    }
    parts.push(literal(text), member.sql)
    text = ''
  }
  return `concat(${[...parts, literal(`${text}}`)].join(', ')})`
}

/** An expression that gathers the rows of a list into the text of one JSON array of objects; null when there are none. */
export function textOfRows(
  list: TextListName,
  { columns }: AskedText,
  { order, literal }: { readonly order: string; readonly literal: (text: string) => string },
): string {
  const texts: TextColumns = TEXTS[list]
  const members = columns.map((column): Member => {
    if ('constant' in column) return { name: column.name, text: `"${column.constant}"` }
    return { name: column.name, sql: texts[column.property] ?? 'NULL' }
  })
  return `'[' || string_agg(${objectText(members, literal)}, ',' ORDER BY ${order}) || ']'`
}

/** A text of names of GraphQL as it stands in a statement. */
export const quoted = (text: string): string => `'${text}'`
