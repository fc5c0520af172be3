import type { Cell } from '../document.ts'
import type { Known, RowMeaning } from '../vocabulary.ts'

/** Of the 2014 form, in which some rows are called alike. */
const PART_OF_REVIEWS = '4'
const PART_OF_SUITS = '5'

/** Where in the statistics table of 2014 we are: the same words can stand twice in it, once in a part. */
export class StatisticsParts {
  /** The first number of the last row that could be told by its label alone. */
  #part: string | null = null
  /** Labels of rows that stand twice in the form, taken for those of reconsideration: it is certain once a row of suits has followed. */
  readonly #untold = new Set<Cell>()
  #hasSuits = false

  beginTable(): void {
    this.#part = null
  }

  /** The one of these meanings that the part in which we are decides for; null where nothing does. */
  settle(known: readonly Known<RowMeaning>[], label: Cell): Known<RowMeaning> | null {
    const fitting = known.length > 1 ? known.filter((one) => partOf(one) === this.#part) : known
    const only = fitting.length === 1 ? (fitting[0] ?? null) : null
    if (only !== null) this.#part = partOf(only)
    if (known.length === 1 && this.#part === PART_OF_SUITS) {
      this.#untold.clear()
      this.#hasSuits = true
    }
    if (known.length > 1 && this.#part === PART_OF_REVIEWS && !this.#hasSuits) this.#untold.add(label)
    return only
  }

  /** Whether it turned out that the row may be that of another part. */
  isUntold(label: Cell): boolean {
    return this.#untold.has(label)
  }
}

const partOf = ({ meaning }: Known<RowMeaning>) =>
  meaning.table === 'STATISTICS' ? (meaning.row.number.split('.')[0] ?? null) : null
