import type { DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { OUTLINE_NUMBER } from '../../domain/document-words.ts'
import type { Cell } from '../document.ts'
import { type Known, measureNamed, type RowMeaning, rowSimilarTo, rowsNamed, type Table } from '../vocabulary.ts'
import { joinCells, type Row } from './row.ts'

/** Fragments of a label that a layout has broken over lines; more are never joined. */
const MOST_FRAGMENTS = 4
/** Words with a number between them are more than a label. */
const NUMBER_AMONG_WORDS = /\s[-−–—]?\d[\d.,]*(?:\s|$)/u

/** The rows of a label that can stand where it is read. */
type Admitted = (known: readonly Known<RowMeaning>[]) => readonly Known<RowMeaning>[]

/** A label that fragments make together, and what it can mean. */
interface Whole {
  readonly known: readonly Known<RowMeaning>[]
  readonly label: Cell
}

/** The words since the last row that are no label by themselves: fragments of one that is broken before, behind or around its values. */
export class LabelFragments {
  #cells: readonly Cell[] = []
  /** The unit behind them. */
  #unit: Cell | null = null

  get isEmpty(): boolean {
    return this.#cells.length === 0
  }

  get lastLine(): number | undefined {
    return this.#cells.at(-1)?.line
  }

  add(cell: Cell): void {
    this.#cells = [...this.#cells, cell].slice(-MOST_FRAGMENTS)
    this.#unit = null
  }

  /** The fragments begin anew with this one. */
  start(cell: Cell): void {
    this.#cells = [cell]
    this.#unit = null
  }

  addUnit(unit: Cell): void {
    this.#unit = unit
  }

  takeUnit(): Cell | null {
    const unit = this.#unit
    this.#unit = null
    return unit
  }

  take(): readonly Cell[] {
    const cells = this.#cells
    this.#cells = []
    return cells
  }

  /** （六）其他 / 2 0 0 0 0 0 2 / 处理: the first fragments are the rest of the last row's label, when no other values follow. */
  takeRestOf(last: Row, admitted: Admitted): Pick<Row, 'known' | 'label'> | null {
    // A unit behind the fragments is that of the last of them, which is no rest then, unless the row before has no label yet.
    const isRest = this.#unit === null || last.known === null
    for (let end = this.#cells.length - (isRest ? 0 : 1); end > 0; end -= 1) {
      const label = joinCells([last.label, ...this.#cells.slice(0, end)])
      const [known, ...others] = admitted(rowsNamed(label.plain))
      if (known === undefined || others.length > 0 || known.meaning.table !== last.table) continue
      this.#cells = this.#cells.slice(end)
      return { known, label }
    }
    return null
  }

  /** 不 / 同意公开答复数: the rest of a broken label can be a label, too. What stands before the label is left. */
  takeWholeWith(rest: Cell, table: Table | null, admitted: Admitted): Whole | null {
    for (const [from] of this.#cells.entries()) {
      const label = joinCells([...this.#cells.slice(from), rest])
      const known = admitted(rowsNamed(label.plain))
      if (known.length === 0 || known.some(({ meaning }) => meaning.table !== table)) continue
      // A heading before the label changes nothing.
      if (rowsNamed(rest.plain)[0]?.meaning === known[0]?.meaning) return null
      this.#cells = this.#cells.slice(0, from)
      return { known, label }
    }
    return null
  }

  /** 对外公开 / 总数量: a column head that its narrow column has broken. */
  takeHead(): { readonly measure: DisclosureMeasure; readonly cell: Cell } | null {
    for (let from = 0; from < this.#cells.length - 1; from += 1) {
      const cell = joinCells(this.#cells.slice(from))
      const measure = measureNamed(cell.plain)
      if (measure === undefined) continue
      this.#cells = []
      return { measure, cell }
    }
    return null
  }
}

/** The label that fragments make together, or one like it; null where the form has no such row. */
export function labelOf(
  fragments: readonly Cell[],
  table: Table | null,
  last: Row | undefined,
  admitted: Admitted,
): Whole | null {
  const joined = fragments.map((_, from) => joinCells(fragments.slice(from)))
  for (const label of joined) {
    const known = admitted(rowsNamed(label.plain))
    if (known.length > 0) return { known, label }
  }
  // A label with an outline number is the beginning of its row: what stands before it is another's.
  const first = fragments.findLastIndex(({ plain: text }) => OUTLINE_NUMBER.test(text))
  // Behind a row without a label of the form the fragments before the last may be the rest of its own.
  const from = first < 0 && last?.known === null ? fragments.length - 1 : first
  for (const label of joined.slice(Math.max(0, from)).filter(({ text }) => !NUMBER_AMONG_WORDS.test(text))) {
    const known = table === null ? null : rowSimilarTo(label.plain, table)
    if (known !== null) return { known: [known], label }
  }
  return null
}
