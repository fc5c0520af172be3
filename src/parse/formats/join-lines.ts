import { isWide } from './character-width.ts'

/** Between two numbers that stand below each other in a cell: they may be one, broken, or two. It makes them unreadable. */
export const NUMBERS_BELOW = '⏎'

/** Texts of lines below each other, as one. Chinese is written without spaces, so that the end of a line adds none. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => (text === '' || isWide(text.at(-1) ?? '') || isWide(line[0] ?? '') ? text : `${text} `) + line,
    '',
  )
}
