/** `|-` between the rows of a table in the mark-up of wikis. */
const ROW_OF_A_WIKI = /^\|-+\s*$/
/** `|---|:--:|` below the heads of a table: it would be taken for a row of dashes. */
const SEPARATOR_ROW = /^[\s|:-]+$/
/** A cell of dashes alone states nothing and is part of a report; a separator has more of them, or colons. */
const SEPARATOR_CELL = /-{2}|:-|-:/
/** Heads of sections, emphasis, line breaks within a cell, and the stroke that keeps a mark from being one. */
const MARKUP = /^\s{0,3}#{1,6}(?=\s)|\*\*|__|<br\s*\/?>|&nbsp;|\\(?=[.()#*_+>-])/giu
/** A longer line is no row of a table, and no heading. */
const LONGEST_LINE = 100_000
/** What each of them has in it: most lines have nothing of it. */
const MAY_BE_MARKED = /[#*_<&\\]/
const OPENING_PIPE = /^\s*\|/u

/**
 * A line of Markdown with its marks turned into spaces, so that what is left stands in the columns in which it is printed. Plain
 * text goes through unchanged; only a pipe at the beginning of a line is always taken for the frame of a row.
 */
export function withoutMarkdown(line: string): string {
  if (line.length > LONGEST_LINE) return line
  if (ROW_OF_A_WIKI.test(line)) return ' '.repeat(line.length)
  if (line.includes('|') && SEPARATOR_ROW.test(line) && SEPARATOR_CELL.test(line)) return ' '.repeat(line.length)
  const bare = MAY_BE_MARKED.test(line) ? line.replace(MARKUP, (mark) => ' '.repeat(mark.length)) : line
  return bare.replace(OPENING_PIPE, (opening) => ' '.repeat(opening.length))
}
