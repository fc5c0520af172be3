import type { Box } from './pdf-geometry.ts'
import type { Ruling, Rulings } from './pdf-rulings.ts'

/** A cell between ruling lines; it may take several rows and columns. */
export interface GridCell {
  readonly box: Box
  /** The uppermost of its rows, counted from nought. */
  readonly row: number
}

/** A table whose cells are ruled. */
export interface Grid {
  readonly box: Box
  /** From top to bottom, and in a row from left to right. */
  readonly cells: readonly GridCell[]
  readonly rows: number
  /** The cell at a place; undefined outside. */
  cellAt(x: number, y: number): GridCell | undefined
}

/** Lines that miss each other by no more than this meet. */
const NEAR = 3
/** A line that sticks out further than this belongs to a cell whose border is not drawn. */
const OPEN_SIDE = 8
/** Tables with more lines than this are drawings. */
const MOST_LINES = 400

/** Ruling lines → the tables that they make. */
export function gridsOf(rulings: Rulings): Grid[] {
  return tablesIn(rulings).flatMap((table) => gridOf(table) ?? [])
}

/** Lines that meet, directly or by way of others, belong to one table. */
function tablesIn({ across, down }: Rulings): Rulings[] {
  if (across.length > MOST_LINES || down.length > MOST_LINES) return []
  const groups = new Groups(across.length + down.length)
  across.forEach((row, rowIndex) => {
    down.forEach((column, columnIndex) => {
      if (meet(row, column)) groups.join(rowIndex, across.length + columnIndex)
    })
  })
  return groups.all().map((members) => ({
    across: members.flatMap((index) => across[index] ?? []),
    down: members.flatMap((index) => (index < across.length ? [] : (down[index - across.length] ?? []))),
  }))
}

function meet(row: Ruling, column: Ruling): boolean {
  const crosses = ({ from, to }: Ruling, at: number) => at >= from - NEAR && at <= to + NEAR
  return crosses(row, column.at) && crosses(column, row.at)
}

function gridOf({ across, down }: Rulings): Grid | null {
  if (across.length === 0 || down.length === 0) return null
  const xs = edges(down, across)
  const ys = edges(across, down)
  const columns = xs.length - 1
  const rows = ys.length - 1
  // A single cell is a frame around text.
  if (columns < 1 || rows < 1 || columns * rows < 2) return null
  const slots = new Groups(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const slot = row * columns + column
      const x = middle(xs, column)
      const y = middle(ys, row)
      if (column + 1 < columns && !isRuled(down, xs[column + 1] ?? 0, y)) slots.join(slot, slot + 1)
      if (row + 1 < rows && !isRuled(across, ys[row + 1] ?? 0, x)) slots.join(slot, slot + columns)
    }
  }
  const cellOfSlot = new Map<number, GridCell>()
  const cells = slots.all().map((members) => {
    const cell = cellOf(members, columns, xs, ys)
    for (const slot of members) cellOfSlot.set(slot, cell)
    return cell
  })
  return {
    box: { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 },
    cells: cells.toSorted((one, other) => one.row - other.row || one.box.left - other.box.left),
    rows,
    cellAt: (x, y) => {
      const column = slotAt(xs, x)
      const row = slotAt(ys, y)
      return column === null || row === null ? undefined : cellOfSlot.get(row * columns + column)
    },
  }
}

/**
 * Where a table's lines of one direction stand. Where the lines of the other direction stick out on a side, the table is open there:
 * a page ends within it, or its outer borders are left out.
 *
 *     ──┬──┬──
 *     ──┼──┼──    is three columns wide
 */
function edges(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const drawn = [...new Set(lines.map(({ at }) => at))].toSorted((one, other) => one - other)
  const first = Math.min(...crossing.map(({ from }) => from))
  const last = Math.max(...crossing.map(({ to }) => to))
  return [
    ...((drawn[0] ?? first) - first > OPEN_SIDE ? [first] : []),
    ...drawn,
    ...(last - (drawn.at(-1) ?? last) > OPEN_SIDE ? [last] : []),
  ]
}

function cellOf(slots: readonly number[], columns: number, xs: readonly number[], ys: readonly number[]): GridCell {
  const columnsOf = slots.map((slot) => slot % columns)
  const rowsOf = slots.map((slot) => Math.floor(slot / columns))
  const row = Math.min(...rowsOf)
  const box = {
    left: xs[Math.min(...columnsOf)] ?? 0,
    top: ys[row] ?? 0,
    right: xs[Math.max(...columnsOf) + 1] ?? 0,
    bottom: ys[Math.max(...rowsOf) + 1] ?? 0,
  }
  return { box, row }
}

const middle = (places: readonly number[], index: number) => ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2

function isRuled(lines: readonly Ruling[], at: number, across: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) < 0.01 && line.from <= across && line.to >= across)
}

function slotAt(places: readonly number[], at: number): number | null {
  const after = places.findIndex((place) => place > at)
  return after <= 0 ? null : after - 1
}

/** Things that are joined in pairs → groups. */
class Groups {
  readonly #heads: number[]

  constructor(count: number) {
    this.#heads = Array.from({ length: count }, (_, index) => index)
  }

  join(one: number, other: number): void {
    this.#heads[this.#head(other)] = this.#head(one)
  }

  all(): number[][] {
    const groups = new Map<number, number[]>()
    this.#heads.forEach((_, index) => {
      const head = this.#head(index)
      const group = groups.get(head)
      if (group === undefined) groups.set(head, [index])
      else group.push(index)
    })
    return [...groups.values()]
  }

  #head(index: number): number {
    let head = index
    for (let next = this.#heads[head]; next !== undefined && next !== head; next = this.#heads[head]) {
      // The way is halved for those who come later.
      this.#heads[head] = this.#heads[next] ?? next
      head = next
    }
    return head
  }
}
