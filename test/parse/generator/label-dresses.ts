import type { Dress } from './dress.ts'
import { OUTLINE } from './outline-mark.ts'
import { mapCells, mapRows, type PrintedCell } from './printed-report.ts'

/** What publishing does to the labels of a table. */
export const LABEL_DRESSES = {
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
  'group label on a line of its own': (report) =>
    mapRows(report, (row) => {
      const groups = row.filter(({ kind }) => kind === 'GROUP')
      if (groups.length === 0 || groups.length === row.length) return [row]
      return [...groups.map((group) => [group]), row.filter(({ kind }) => kind !== 'GROUP')]
    }),
  'labels broken before their numbers': (report, chance) =>
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
  'labels broken around their numbers': (report, chance) =>
    mapRows(report, (row) => {
      const index = row.findIndex(({ kind, text }) => kind === 'LABEL' && text.length > 5)
      const label = row[index]
      if (label === undefined || chance(3) > 0) return [row]
      const at = 3 + chance(label.text.length - 4)
      return [
        row.map((cell) => (cell === label ? { ...cell, text: label.text.slice(0, at) } : cell)),
        [{ ...label, text: label.text.slice(at) }],
      ]
    }),
  'line breaks in labels': (report, chance) =>
    mapCells(report, (cell) => {
      if (cell.kind !== 'LABEL' || cell.text.length < 6 || chance(3) > 0) return [cell]
      const at = 2 + chance(cell.text.length - 3)
      return [{ ...cell, text: `${cell.text.slice(0, at)}\n${cell.text.slice(at)}` }]
    }),
  'group labels written downwards': (report) =>
    mapCells(report, (cell) =>
      cell.kind === 'GROUP' && report.form !== 'FORM_2014' ? [{ ...cell, text: [...cell.text].join('\n') }] : [cell],
    ),
  'no outline numbers': (report) =>
    mapCells(report, (cell) => [cell.kind === 'VALUE' ? cell : { ...cell, text: cell.text.replace(OUTLINE, '') }]),
  'outline numbers of another kind': (report, chance) =>
    mapCells(report, (cell) => {
      if (cell.kind !== 'LABEL') return [cell]
      const mark = ['（$1）', '$1、', '$1．', '($1)', '$1 '][chance(5)] ?? ''
      return [{ ...cell, text: cell.text.replace(/^(\d)\./, mark) }]
    }),
} as const satisfies Record<string, Dress>
