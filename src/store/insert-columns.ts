import { Prisma } from './generated/prisma/client.ts'
import { columnOf, type Part } from './insert-rows.ts'

/** The types of the columns of a table, by their names as the store's client spells them. */
export type ColumnTypes = Readonly<Record<string, string>>

/** A row; a column that it does not have is null. */
type RowOf<Types extends ColumnTypes> = Readonly<Partial<Record<keyof Types & string, unknown>>>

/**
 * The rows of a table as one part of a statement, each column as an array. For a table of which a report has some hundred rows: as JSON the
 * names of the columns would be written, read and looked for in each of them.
 */
export function columnInsertions<Types extends ColumnTypes>(
  table: string,
  types: Types,
  rows: readonly RowOf<Types>[],
): Part[] {
  if (rows.length === 0) return []
  const columns = Object.entries(types)
  const names = columns.map(([name]) => `"${columnOf(name)}"`).join(', ')
  const values = columns.map(([name, type]) => {
    const sent = rows.map((row) => row[name as keyof Types & string] ?? null)
    // JSON goes as JSON, which has no quotation marks within quotation marks then; its null is that of the column.
    if (type === 'jsonb') return Prisma.sql`nullif(jsonb_array_elements(${json(sent)}::jsonb), 'null')`
    // An array of arrays would be one of their elements: they come as text, each by itself.
    const [element, column] = type.endsWith('[]') ? ['text', `::${type}`] : [type, '']
    return Prisma.sql`unnest(${arrayOf(sent)}${Prisma.raw(`::${element}[])${column}`)}`
  })
  const body = Prisma.sql`${Prisma.raw(`INSERT INTO ${table} (${names}) SELECT`)} ${Prisma.join(values)}`
  return [{ name: `of_${table}`, body }]
}

const json = (values: readonly unknown[]): string =>
  JSON.stringify(values.map((value) => (value === Prisma.DbNull ? null : value)))

/** Values as PostgreSQL writes an array. */
function arrayOf(values: readonly unknown[]): string {
  return `{${values.map(elementOf).join(',')}}`
}

function elementOf(value: unknown): string {
  if (value === null) return 'NULL'
  return Array.isArray(value) ? quoted(arrayOf(value)) : quoted(String(value))
}

/** A word or a number that is not taken for something else without quotation marks. */
const IS_BARE = /^(?!null$)[\w.-]+$/i
const NEEDS_ESCAPE = /["\\]/g

function quoted(text: string): string {
  return IS_BARE.test(text) ? text : `"${text.replace(NEEDS_ESCAPE, '\\$&')}"`
}
