import type { DisclosureMeasure } from '../../domain/disclosure-items.ts'
import type { Cell } from '../document.ts'

/** The heads of a table of proactive disclosure, in the order in which they were read. */
export class MeasureHeads {
  #measures: DisclosureMeasure[] = []
  /** The head of amounts, which tells their unit. */
  #amount: Cell | null = null

  get measures(): readonly DisclosureMeasure[] {
    return [...this.#measures]
  }

  get amount(): Cell | null {
    return this.#amount
  }

  begin(): void {
    this.#measures = []
    this.#amount = null
  }

  add(measure: DisclosureMeasure, cell: Cell): void {
    this.#measures.push(measure)
    if (measure === 'AMOUNT') this.#amount = cell
  }
}
