import type { Cell } from '../document.ts'
import { numberIn } from './read-loose-number.ts'

/** Columns of which the last one printed is the sum of the others. */
export interface Identity {
  readonly parts: readonly number[]
  readonly total: number
}

/** The columns of a row, as the form has them. */
export interface Columns {
  readonly width: number
  readonly identities: readonly Identity[]
  /** Whether a value can stand in a column, as far as other rows tell. */
  readonly fits?: (column: number, value: number) => boolean
}

/** The cell of each column; null where none can be told beyond doubt. */
export type Aligned = readonly (Cell | null)[]

/** A row that misses more cells than this, or has more in surplus, is not aligned: there are too many ways to do it. */
const MOST_MISSING = 2
const MOST_SURPLUS = 1

type Value = number | null
interface Candidate {
  readonly cells: Aligned
  /** The values of the columns; a single missing part of a sum is worked out, so that readings can be compared. */
  readonly values: readonly Value[]
}

/**
 * The values of a row with too many or too few cells → columns. Every way to keep the values in their order is tried; those that
 * break the form's own arithmetic, or do not fit the other rows, are put aside; a column is assigned only when all the ways that are
 * left agree on its value. When none is left the published arithmetic is itself broken, and all ways count.
 *
 * A row with too few cells may have lost some, or have blank ones: a sum cannot tell 0 from a blank, nor a part from a total that is
 * blank. So a sum counts only where all of its columns are printed, and a column is assigned only where every way prints it;
 * `losesCells` says that the table surely loses cells rather than to have blank ones.
 */
export function alignCells(values: readonly Cell[], columns: Columns, losesCells = false): Aligned {
  const { width } = columns
  if (values.length === width) return values
  const nothing = Array.from({ length: width }, () => null)
  if (width - values.length > MOST_MISSING || values.length - width > MOST_SURPLUS) return nothing
  if (values.length < width && !losesCells) {
    const printed = arrangements(values, width).map((cells) => asPrinted({ cells, values: [] }))
    return agreement(
      printed.filter((candidate) => isPossible(candidate, columns)),
      width,
    )
  }
  const candidates = arrangements(values, width).map((cells) => ({ cells, values: complete(cells, columns) }))
  const possible = candidates.filter((candidate) => isPossible(candidate, columns))
  const isTold = possible.some(({ cells }) => leavesOutNothing(cells, values))
  // Where no way to leave a cell out adds up, two cells can be the halves of one number: 3 3 for 33.
  if (values.length > width && !isTold) return nothing
  return agreement(isTold ? possible : candidates.map(asPrinted), width)
}

/** Every way to lay the values on the columns in order, leaving out cells when there are too many, columns when too few. */
function arrangements(values: readonly Cell[], width: number): Aligned[] {
  if (values.length >= width)
    return choices(values.length, width).map((kept) => kept.map((index) => values[index] ?? null))
  return choices(width, values.length).map((filled) =>
    Array.from({ length: width }, (_, column) => {
      const index = filled.indexOf(column)
      return index < 0 ? null : (values[index] ?? null)
    }),
  )
}

/** A cell too many is a nought put in, or one that stands there twice; whatever else would be left out is a number of the row. */
function leavesOutNothing(kept: Aligned, values: readonly Cell[]): boolean {
  return values.every((cell, index) => {
    if (kept.includes(cell) || numberIn(cell.plain) === 0) return true
    return [values[index - 1], values[index + 1]].some((beside) => beside !== undefined && beside.plain === cell.plain)
  })
}

/** The ways to choose `count` of the numbers from 0 to `of` - 1, each in ascending order. */
function choices(of: number, count: number): number[][] {
  if (count === 0) return [[]]
  if (count > of) return []
  return [...choices(of - 1, count), ...choices(of - 1, count - 1).map((chosen) => [...chosen, of - 1])]
}

const valuesOf = (cells: Aligned): Value[] => cells.map((cell) => (cell === null ? null : numberIn(cell.plain)))

function complete(cells: Aligned, { identities }: Columns): Value[] {
  const values = valuesOf(cells)
  for (const { parts, total } of identities) {
    const missing = [...parts, total].filter((column) => cells[column] === null)
    const [only] = missing
    if (missing.length !== 1 || only === undefined) continue
    const printed = parts.filter((column) => column !== only).map((column) => values[column] ?? null)
    const sum = sumOf(printed)
    if (sum === null) continue
    if (only === total) values[total] = sum
    else {
      const whole = values[total] ?? null
      values[only] = whole === null ? null : whole - sum
    }
  }
  return values
}

function sumOf(values: readonly Value[]): Value {
  let sum = 0
  for (const value of values) {
    if (value === null) return null
    sum += value
  }
  return sum
}

function isPossible({ values }: Candidate, { identities, fits }: Columns): boolean {
  if (values.some((value) => value !== null && value < 0)) return false
  if (fits !== undefined && values.some((value, column) => value !== null && !fits(column, value))) return false
  return identities.every(({ parts, total }) => {
    const sum = sumOf(parts.map((column) => values[column] ?? null))
    const whole = values[total] ?? null
    return sum === null || whole === null || sum === whole
  })
}

/** Where the arithmetic does not hold, nothing may be worked out by it. */
function asPrinted({ cells }: Candidate): Candidate {
  return { cells, values: valuesOf(cells) }
}

function agreement(candidates: readonly Candidate[], width: number): Aligned {
  return Array.from({ length: width }, (_, column) => {
    const values = new Set(candidates.map((candidate) => candidate.values[column] ?? null))
    if (values.size !== 1 || values.has(null)) return null
    return candidates.map((candidate) => candidate.cells[column] ?? null).find((cell) => cell !== null) ?? null
  })
}

/**
 * The values of a row and the empty cells between them as they stand, when these make exactly the form's columns and nothing speaks
 * against it: neither the other rows nor, outside a table with columns of its own, the sum.
 */
export function asItStands(
  cells: readonly Cell[],
  { width, identities, fits }: Columns,
  isRow: boolean,
): readonly Cell[] | null {
  if (cells.length !== width) return null
  const values = valuesOf(cells)
  if (fits !== undefined && values.some((value, column) => value !== null && !fits(column, value))) return null
  if (isRow) return cells
  const holds = identities.every(({ parts, total }) => {
    const whole = values[total] ?? null
    const known = parts.map((column) => values[column] ?? null).filter((value) => value !== null)
    return whole === null ? known.length === 0 : known.reduce((sum, value) => sum + value, 0) === whole
  })
  return holds ? cells : null
}
