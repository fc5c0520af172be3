import { oneOf } from './chance.ts'
import type { Dress } from './dress.ts'
import { mapCells, mapRows, type PrintedReport } from './printed-report.ts'

const isAmount = ({ path }: { readonly path?: string }) => path?.endsWith('.AMOUNT') ?? false
const hasOddAmounts = (report: PrintedReport) =>
  report.blocks.some(
    (block) =>
      typeof block !== 'string' &&
      block.rows.some((row) => row.some((cell) => isAmount(cell) && !/^\d+(\.\d{1,4})?$/.test(cell.text))),
  )

/** What publishing does to all numbers of a report. */
export const NUMBER_DRESSES = {
  'amounts in yuan': (report) =>
    hasOddAmounts(report)
      ? report
      : mapRows(report, (row) => [
          row.map((cell) => {
            if (isAmount(cell)) return { ...cell, text: String(Math.round(Number(cell.text) * 10_000)) }
            return cell.kind === 'HEAD' || cell.kind === 'UNIT'
              ? { ...cell, text: cell.text.replace(/[万萬] ?元/, '元') }
              : cell
          }),
        ]),
  'zeros left blank': (report) => {
    const figures = new Map(report.figures)
    const blank = mapCells(report, (cell) => {
      if (cell.kind !== 'VALUE' || cell.text !== '0' || cell.path === undefined) return [cell]
      figures.set(cell.path, null)
      return [{ ...cell, text: '' }]
    })
    return { ...blank, figures }
  },
  'dashes for zeros': (report, chance) => {
    const figures = new Map(report.figures)
    const dash = oneOf(chance, '-', '—', '/', '－', '——', '–')
    const dashed = mapCells(report, (cell) => {
      if (cell.kind !== 'VALUE' || cell.text !== '0' || cell.path === undefined) return [cell]
      figures.set(cell.path, null)
      return [{ ...cell, text: dash }]
    })
    return { ...dashed, figures }
  },
  'numbers with their units': (report) =>
    mapCells(report, (cell) =>
      cell.kind === 'VALUE' && /^\d+$/.test(cell.text) && !isAmount(cell) && !cell.path?.endsWith('CHANGE')
        ? [{ ...cell, text: `${cell.text}件` }]
        : [cell],
    ),
  'no units': (report) => mapCells(report, (cell) => [cell.kind === 'UNIT' ? { ...cell, text: '' } : cell]),
  'numbers with decimal zeros': (report) =>
    mapCells(report, (cell) => [
      cell.kind === 'VALUE' && /^\d+$/.test(cell.text) ? { ...cell, text: `${cell.text}.0` } : cell,
    ]),
} as const satisfies Record<string, Dress>
