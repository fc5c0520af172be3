import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Chance } from './layouts.ts'
import { mapRows, type PrintedCell, type PrintedReport, type PrintedRow } from './printed-report.ts'

/** What publishing does to whole tables, whatever their layout. */
type Dress = (report: PrintedReport, chance: Chance) => PrintedReport

const OUTLINE = /^(其中：|[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)/
const isHeads = (row: PrintedRow) => row.every(({ kind }) => kind === 'HEAD')
const withCells = (report: PrintedReport, change: (cell: PrintedCell) => readonly PrintedCell[]) =>
  mapRows(report, (row) => [row.flatMap(change)])

export const DRESSES = {
  'group label in the same cell': (report) =>
    mapRows(report, (row) => {
      const groups = row.filter(({ kind }) => kind === 'GROUP')
      if (groups.length === 0 || groups.length === row.length) return [row]
      const glued = groups.map(({ text }) => text).join('')
      return [
        row
          .filter(({ kind }) => kind !== 'GROUP')
          .map((cell) => (cell.kind === 'LABEL' ? { ...cell, text: `${glued}${cell.text}` } : cell)),
      ]
    }),
  'group label on every row': (report) => {
    let last: PrintedCell[] = []
    return mapRows(report, (row) => {
      const groups = row.filter(({ kind }) => kind === 'GROUP')
      if (groups.length === row.length || report.form === 'FORM_2014') return [row]
      if (groups.length > 0) last = groups
      return [groups.length === 0 && /^\d\./.test(row[0]?.text ?? '') ? [...last.slice(-1), ...row] : row]
    })
  },
  'labels broken over lines': (report, chance) =>
    mapRows(report, (row) => {
      const index = row.findIndex(({ kind, text }) => kind === 'LABEL' && text.length > 5)
      const label = row[index]
      if (label === undefined || chance(3) > 0) return [row]
      const at = 3 + chance(label.text.length - 4)
      return [
        [...row.slice(0, index), { ...label, text: label.text.slice(0, at) }],
        [{ ...label, text: label.text.slice(at) }, ...row.slice(index + 1)],
      ]
    }),
  'vertical characters': (report) =>
    withCells(report, (cell) =>
      cell.kind === 'HEAD' && cell.text.length === 4 ? [...cell.text].map((text) => ({ ...cell, text })) : [cell],
    ),
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
  'no outline numbers': (report) =>
    withCells(report, (cell) => [cell.kind === 'VALUE' ? cell : { ...cell, text: cell.text.replace(OUTLINE, '') }]),
  'no chapter headings': (report) => ({
    ...report,
    blocks: report.blocks.filter((block) => typeof block !== 'string'),
  }),
  'chapter headings without numbers': (report) => ({
    ...report,
    blocks: report.blocks.map((block) => (typeof block === 'string' ? block.replace(OUTLINE, '') : block)),
  }),
  'no rows of totals': (report) => {
    const gone = (path: FigurePath | undefined) => path?.startsWith('applications.HANDLED_TOTAL.') ?? false
    const figures = new Map([...report.figures].filter(([path]) => !gone(path)))
    return { ...mapRows(report, (row) => (row.some(({ path }) => gone(path)) ? [] : [row])), figures }
  },
  'no heads': (report) => mapRows(report, (row) => (isHeads(row) && report.form !== 'FORM_2014' ? [] : [row])),
  'page marks': (report, chance) =>
    mapRows(report, (row) => {
      if (chance(12) > 0) return [row]
      const page = 2 + chance(8)
      const mark = [`— ${page} —`, `- ${page} -`, `${page}`, `第 ${page} 页`, `第${page}页 共12页`, `${page}/12`][
        chance(6)
      ]
      return [row, [{ kind: 'HEAD', text: mark ?? '' }]]
    }),
  'rows cut by a page': (report, chance) =>
    mapRows(report, (row) => {
      if (row.length < 4 || chance(12) > 0) return [row]
      const at = 1 + chance(row.length - 1)
      return [row.slice(0, at), [{ kind: 'HEAD', text: `- ${2 + chance(8)} -` }], row.slice(at)]
    }),
} as const satisfies Record<string, Dress>

export type DressName = keyof typeof DRESSES
export const DRESS_NAMES = Object.keys(DRESSES) as DressName[]
