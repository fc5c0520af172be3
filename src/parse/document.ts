import type { Locator } from '../domain/locator.ts'
import { plain } from './plain.ts'

/** One cell, or one stretch of running text, with its place in the source. */
export interface Cell {
  /** As printed. */
  readonly text: string
  /** For comparing: see `plain`. */
  readonly plain: string
  readonly at: Locator
  /** The number of the line that it stands in. */
  readonly line: number
}

/** One line of a text, or one row of a table: its cells from left to right, empty ones included. */
export interface Line {
  /** Its place in the document, counted from one. */
  readonly number: number
  readonly cells: readonly Cell[]
  readonly text: string
  readonly plain: string
  readonly at: Locator
}

/** What a format hands on: lines in reading order. From here on no stage knows the format. */
export interface Document {
  readonly lines: readonly Line[]
}

/** A cell of a line. */
export function cellOf(text: string, at: Locator, line: number): Cell {
  return { text, plain: plain(text), at, line }
}

/** A line of cells. */
export function lineOf(number: number, text: string, at: Locator, cells: readonly Cell[]): Line {
  return { number, cells, text, plain: cells.map((cell) => cell.plain).join(''), at }
}
