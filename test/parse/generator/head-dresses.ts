import type { Dress } from './dress.ts'
import { isHeads, mapCells, mapRows, type PrintedRow } from './printed-report.ts'

const isMeasure = ({ text }: { readonly text: string }) => /数量|件数|增\/减|金额/.test(text)

/** What publishing does to the heads of a table. */
export const HEAD_DRESSES = {
  'heads written downwards, a cell a character': (report) =>
    mapCells(report, (cell) =>
      cell.kind === 'HEAD' && cell.text.length === 4 ? [...cell.text].map((text) => ({ ...cell, text })) : [cell],
    ),
  'heads written downwards': (report) =>
    mapCells(report, (cell) =>
      cell.kind === 'HEAD' && cell.text.length < 8 ? [{ ...cell, text: [...cell.text].join('\n') }] : [cell],
    ),
  'heads written downwards, line by line': (report) =>
    mapRows(report, (row) => {
      if (!isHeads(row) || row.length < 5) return [row]
      const lines = Math.max(...row.map(({ text }) => text.length))
      return Array.from({ length: lines }, (_, line) => row.map((cell) => ({ ...cell, text: cell.text[line] ?? '' })))
    }),
  'heads again in the middle': (report, chance) => {
    let heads: PrintedRow[] = []
    let before = false
    return mapRows(report, (row) => {
      if (isHeads(row)) {
        heads = before ? [...heads, row] : [row]
        before = true
        return [row]
      }
      before = false
      return chance(8) === 0 ? [...heads, row] : [row]
    })
  },
  'no heads': (report) => mapRows(report, (row) => (isHeads(row) && report.form !== 'FORM_2014' ? [] : [row])),
  'a head lost': (report, chance) =>
    mapRows(report, (row) => {
      if (!isHeads(row) || row.length < 3 || chance(3) > 0) return [row]
      const lost = 1 + chance(row.length - 1)
      return [row.filter((_, index) => index !== lost)]
    }),
  'a head doubled': (report, chance) =>
    mapRows(report, (row) => {
      if (!isHeads(row) || row.length < 3 || chance(3) > 0) return [row]
      const doubled = 1 + chance(row.length - 1)
      return [row.flatMap((cell, index) => (index === doubled ? [cell, cell] : [cell]))]
    }),
  'heads glued': (report, chance) =>
    mapRows(report, (row) =>
      isHeads(row) && row.length > 2 && chance(2) === 0
        ? [[{ kind: 'HEAD' as const, text: row.map(({ text }) => text).join(['', ' ', '\n'][chance(3)]) }]]
        : [row],
    ),
  'heads of a form that is not the report’s': (report) =>
    mapRows(report, (row) =>
      isHeads(row) && row.filter(isMeasure).length > 1
        ? [row.map((cell) => (isMeasure(cell) ? { ...cell, text: '数量' } : cell))]
        : [row],
    ),
  'column of totals first': (report) =>
    mapRows(report, (row) => {
      const total = row.find(({ kind, text, path }) =>
        kind === 'HEAD' ? row.length === 3 && text === '总计' : /^applications\..*\.TOTAL$/.test(path ?? ''),
      )
      const others = row.filter((cell) => cell !== total)
      const at = others.findIndex(({ kind }) => kind === 'VALUE' || kind === 'HEAD')
      return [total === undefined ? row : [...others.slice(0, at), total, ...others.slice(at)]]
    }),
} as const satisfies Record<string, Dress>
