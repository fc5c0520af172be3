import type { Chance } from './chance.ts'
import type { PrintedTable } from './printed-report.ts'

/** A table as lines of Markdown. */
type MarkdownLayout = (table: PrintedTable, chance: Chance) => string[]

const inCell = (text: string) => text.replaceAll('\n', '<br>')
const rowOf = (texts: readonly string[]) => `| ${texts.map(inCell).join(' | ')} |`
const rule = (width: number, mark: string) => `|${` ${mark} |`.repeat(width)}`

/** All rows as wide as the widest: empty cells before the heads that span columns are lost, as converters lose them. */
const framed =
  (mark: string): MarkdownLayout =>
  ({ rows }) => {
    const width = Math.max(...rows.map((row) => row.length))
    return rows.flatMap((row, index) => {
      const texts = row.map(({ text }) => text)
      const filled = [...texts, ...Array.from({ length: width - texts.length }, () => '')]
      return [rowOf(filled), ...(index === 0 ? [rule(width, mark)] : [])]
    })
  }

export const MARKDOWN_LAYOUTS = {
  'Markdown rows': ({ rows }) =>
    rows.flatMap((row, index) => [rowOf(row.map(({ text }) => text)), ...(index === 0 ? ['| --- | --- |'] : [])]),
  'Markdown rows, all as wide': framed('---'),
  'Markdown rows, aligned': framed(':---:'),
  'Markdown rows, marked up': ({ rows }, chance) =>
    rows.flatMap((row, index) => {
      const texts = row.map(({ kind, text }) => {
        if (text === '') return '&nbsp;'
        if (kind !== 'VALUE' && chance(2) === 0) return `**${text}**`
        return text.replace(/^(\d)\./, '$1\\.')
      })
      return [rowOf(texts), ...(index === 0 ? [rule(texts.length, '---')] : [])]
    }),
} as const satisfies Record<string, MarkdownLayout>
