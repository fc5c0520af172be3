import type { Chance } from './chance.ts'
import type { PrintedCell, PrintedRow } from './printed-report.ts'

/** What becomes of a row; null where the row is not of the kind. */
type RowMangle = (row: PrintedRow, chance: Chance) => readonly PrintedRow[] | null

const valuesOf = (row: PrintedRow) => row.filter(({ kind }) => kind === 'VALUE')

const dropping =
  (choose: (values: PrintedRow, chance: Chance) => PrintedRow): RowMangle =>
  (row, chance) => {
    const gone = choose(valuesOf(row), chance)
    return gone.length === 0 ? null : [row.filter((cell) => !gone.includes(cell))]
  }

const puttingIn =
  (cell: (before: PrintedCell) => PrintedCell): RowMangle =>
  (row, chance) => {
    const values = valuesOf(row)
    const before = values[chance(values.length)]
    return before === undefined ? null : [row.flatMap((one) => (one === before ? [one, cell(one)] : [one]))]
  }

export const ROW_MANGLES = {
  'cell dropped': dropping((values, chance) => values.slice(0, 1 + chance(values.length)).slice(-1)),
  'two cells dropped': dropping((values, chance) => {
    const first = chance(Math.max(1, values.length - 1))
    return values.length < 3
      ? []
      : [values[first], values[first + 1 + chance(values.length - first - 1)]].filter((cell) => cell !== undefined)
  }),
  'first cells dropped': dropping((values, chance) => (values.length < 3 ? [] : values.slice(0, 1 + chance(3)))),
  'last cells dropped': dropping((values, chance) => (values.length < 3 ? [] : values.slice(-1 - chance(3)))),
  'all cells dropped': dropping((values) => values),
  'cell doubled': puttingIn((cell) => cell),
  'a zero put in': puttingIn(() => ({ kind: 'VALUE', text: '0' })),
  'an empty cell put in': puttingIn(() => ({ kind: 'VALUE', text: '' })),
  'row lost': () => [],
  'row doubled': (row) => [row, row],
  'label lost': (row) => [row.map((cell) => (cell.kind === 'LABEL' ? { ...cell, text: '' } : cell))],
  'label cell lost': (row) => [row.filter(({ kind }) => kind !== 'LABEL')],
} as const satisfies Record<string, RowMangle>
