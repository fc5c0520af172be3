import { isWide } from './character-width.ts'

/**
 * A way to count the columns that characters take in a text that draws a table. Programs differ: some count a Chinese character as two,
 * quotation marks and dashes as one or two, and some count every character as one.
 */
export type Metric = (character: string) => number

/** Marks that Chinese fonts draw as wide as a Chinese character, and others half as wide. */
const AMBIGUOUS = /[\u00b7\u2010-\u2027\u2030-\u203b\u2460-\u24ff\u2500-\u25ff]/u

export const METRICS: readonly Metric[] = [
  (character) => (isWide(character) ? 2 : 1),
  (character) => (isWide(character) || AMBIGUOUS.test(character) ? 2 : 1),
  () => 1,
]

/** The column in which each character of a line stands, and behind them the width of the line. */
export function columnsOf(characters: readonly string[], metric: Metric): readonly number[] {
  const columns: number[] = []
  let column = 0
  for (const character of characters) {
    columns.push(column)
    column += metric(character)
  }
  return [...columns, column]
}
