import type { Chance } from './chance.ts'
import type { PrintedRow, PrintedTable } from './printed-report.ts'

/** A table as lines of text. */
type TextLayout = (table: PrintedTable, chance: Chance) => string[]

const texts = (row: PrintedRow) => row.map(({ text }) => text)
const printed = (row: PrintedRow) => texts(row).filter((text) => text !== '')
const byRows =
  (line: (row: PrintedRow, chance: Chance) => string): TextLayout =>
  ({ rows }, chance) =>
    rows.map((row) => line(row, chance))

/** Several rows on each line, as copies without line ends have them. */
const byTwosAndThrees =
  (line: (row: PrintedRow) => string, between: string): TextLayout =>
  ({ rows }, chance) => {
    const lines: string[] = []
    for (let from = 0; from < rows.length; ) {
      const some = rows.slice(from, from + 2 + chance(3))
      lines.push(some.map(line).join(between))
      from += some.length
    }
    return lines
  }

/** Thirty characters wide, a Chinese one counts double. */
const padded = (text: string) =>
  text + ' '.repeat(Math.max(2, 12 - [...text].reduce((sum, character) => sum + (character > '⺀' ? 2 : 1), 0)))

/** The layouts in which copies of published tables are found. */
export const TEXT_LAYOUTS = {
  'cell a line, tabs': ({ rows }) => rows.flatMap((row) => ['', ...texts(row).map((text) => `\t${text}`)]),
  'cell a line, no-break spaces': ({ rows }) => rows.flatMap((row) => texts(row).flatMap((text) => [text, '\u00a0'])),
  'cell a line, bars': ({ rows }) => rows.flatMap((row) => [...texts(row).flatMap((text) => [text, '|']), '']),
  'cell a line, bar behind': ({ rows }) => rows.flatMap((row) => texts(row).map((text) => `${text} |`)),
  'cell a line, cases on one line': ({ rows }) =>
    rows.flatMap((row) => (row.length === 15 ? [printed(row).join(' ')] : texts(row))),
  'tab rows': byRows((row) => texts(row).join('\t')),
  'tab rows, tabs before and behind': byRows(
    (row, chance) => '\t'.repeat(chance(3)) + texts(row).join('\t') + '\t'.repeat(chance(4)),
  ),
  'tab rows, tabs behind labels': byRows(
    (row, chance) =>
      row
        .map(({ kind, text }) => text + (kind === 'LABEL' || kind === 'GROUP' ? '\t'.repeat(chance(2)) : ''))
        .join('\t') + '\t'.repeat(chance(3)),
  ),
  'pipe rows': byRows((row) => `${texts(row).join(' | ')} |`),
  'pipe rows, bars at the end': byRows(
    (row, chance) => `${texts(row).join(' | ')} |${' |'.repeat(chance(3))}${'|'.repeat(chance(3))}`,
  ),
  'columns by spaces': byRows((row) => printed(row).join('   ')),
  'columns by one space': byRows((row) => printed(row).join(' ')),
  'columns by wide spaces': byRows((row) => printed(row).join('\u3000')),
  'columns padded': byRows((row) => printed(row).map(padded).join('')),
  'columns by nothing behind labels': byRows((row) => {
    const [values, labels] = [row.filter(({ kind }) => kind === 'VALUE'), row.filter(({ kind }) => kind !== 'VALUE')]
    return printed(labels).join('') + printed(values).join(' ')
  }),
  'numbers on a line of their own': byRows((row) => {
    const label = row.filter(({ kind }) => kind !== 'VALUE' && kind !== 'UNIT')
    const values = row.filter(({ kind }) => kind === 'VALUE' || kind === 'UNIT')
    return `${texts(label).join('\t')}\n${printed(values).join(' ')}`
  }),
  'rows on one line, spaces': byTwosAndThrees((row) => printed(row).join(' '), ' '),
  'rows on one line, wide spaces': byTwosAndThrees((row) => printed(row).join('  '), '    '),
  'rows on one line, tabs': byTwosAndThrees((row) => texts(row).join('\t'), '\t'),
  'table on one line': ({ rows }) => [rows.map((row) => printed(row).join(' ')).join(' ')],
  'rows without spaces': byRows((row) => texts(row).join('')),
} as const satisfies Record<string, TextLayout>

export type TextLayoutName = keyof typeof TEXT_LAYOUTS

/** The layouts that leave no trace of an empty cell, and in which a space within a number parts it. */
export const LAYOUTS_WITHOUT_EMPTY_CELLS: ReadonlySet<string> = new Set<TextLayoutName>([
  'cell a line, cases on one line',
  'columns by spaces',
  'columns by one space',
  'columns by wide spaces',
  'columns padded',
  'columns by nothing behind labels',
  'numbers on a line of their own',
  'rows on one line, spaces',
  'rows on one line, wide spaces',
  'table on one line',
  'rows without spaces',
])
