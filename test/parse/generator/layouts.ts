import { isTable, type PrintedReport, type PrintedRow, type PrintedTable } from './printed-report.ts'

/** Numbers that decide what is left to chance, one after the other. */
export type Chance = (below: number) => number

/** A table as lines of text. */
type Layout = (table: PrintedTable, chance: Chance) => string[]

const texts = (row: PrintedRow) => row.map(({ text }) => text)
const byRows =
  (line: (row: PrintedRow, chance: Chance) => string): Layout =>
  ({ rows }, chance) =>
    rows.map((row) => line(row, chance))

/** The layouts in which copies of published tables are found. */
export const LAYOUTS = {
  'cell a line, tabs': ({ rows }) => rows.flatMap((row) => ['', ...texts(row).map((text) => `\t${text}`)]),
  'cell a line, no-break spaces': ({ rows }) => rows.flatMap((row) => texts(row).flatMap((text) => [text, '\u00a0'])),
  'cell a line, bars': ({ rows }) => rows.flatMap((row) => [...texts(row).flatMap((text) => [text, '|']), '']),
  'cell a line, bar behind': ({ rows }) => rows.flatMap((row) => texts(row).map((text) => `${text} |`)),
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
  'Markdown rows': ({ rows }) =>
    rows.flatMap((row, index) => [`| ${texts(row).join(' | ')} |`, ...(index === 0 ? ['| --- | --- |'] : [])]),
  'columns by spaces': byRows((row) =>
    texts(row)
      .filter((text) => text !== '')
      .join('   '),
  ),
  'columns by one space': byRows((row) =>
    texts(row)
      .filter((text) => text !== '')
      .join(' '),
  ),
  'numbers on a line of their own': byRows((row) => {
    const label = row.filter(({ kind }) => kind !== 'VALUE' && kind !== 'UNIT')
    const values = row.filter(({ kind }) => kind === 'VALUE' || kind === 'UNIT')
    return `${texts(label).join('\t')}\n${texts(values)
      .filter((text) => text !== '')
      .join(' ')}`
  }),
} as const satisfies Record<string, Layout>

export type LayoutName = keyof typeof LAYOUTS
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[]

/** Whether the layout tells where an empty cell stands. */
export const keepsSpaces = (layout: LayoutName) => !layout.startsWith('columns') && !layout.startsWith('numbers')

/** The report as a text. */
export function render(report: PrintedReport, layout: LayoutName, chance: Chance): string {
  const blocks = report.blocks.map((block) => (isTable(block) ? LAYOUTS[layout](block, chance).join('\n') : block))
  return [report.title, ...blocks].join('\n\n')
}
