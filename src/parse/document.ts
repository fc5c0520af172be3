import type { Issue } from '../domain/issue.ts'
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

/**
 * One line of a text, or one row of a table: its cells from left to right, empty ones included. A row of a table leaves out the
 * places that a cell of another row or column covers.
 */
export interface Line {
  /** Whether the cells stand in the columns of a table, so that an empty one surely holds its column open. */
  readonly isRow: boolean
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
  /** What of the document could not be read at all: pages that are pictures, bytes that are no text. */
  readonly issues?: readonly Issue[]
}

/** A cell of a line. */
export function cellOf(text: string, at: Locator, line: number): Cell {
  return { text, plain: plain(text), at, line }
}

/** A line of text. */
export function lineOf(number: number, text: string, at: Locator, cells: readonly Cell[]): Line {
  return { isRow: false, number, cells, text, plain: cells.map((cell) => cell.plain).join(''), at }
}

/** A row of a table. */
export function rowOf(number: number, at: Locator, cells: readonly Cell[]): Line {
  return { ...lineOf(number, cells.map(({ text }) => text).join('\t'), at, cells), isRow: true }
}
