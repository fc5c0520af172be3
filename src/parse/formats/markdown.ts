/** `|---|:--:|` below the heads of a table: it would be taken for a row of dashes. */
const SEPARATOR_ROW = /^[\s|:-]*\|[\s|:-]*$/
/** A cell of dashes alone states nothing and is part of a report; a separator has more of them, or colons. */
const SEPARATOR_CELL = /-{2}|:-|-:/
/** Heads of sections, emphasis, line breaks within a cell, and the stroke that keeps a mark from being one. */
const MARKUP = /^\s{0,3}#{1,6}(?=\s)|\*\*|__|<br\s*\/?>|&nbsp;|\\(?=[.()#*_+>-])/giu
const OUTER_PIPES = /^(\s*)\|(.*?)(?:\|(\s*))?$/u

/**
 * A line of Markdown with its marks turned into spaces, so that what is left stands in the columns in which it is printed. Plain
 * text goes through unchanged; only the pipes around a row are always taken for its frame.
 */
export function withoutMarkdown(line: string): string {
  if (SEPARATOR_ROW.test(line) && SEPARATOR_CELL.test(line)) return ' '.repeat(line.length)
  const bare = line.replace(MARKUP, (mark) => ' '.repeat(mark.length))
  return bare.replace(OUTER_PIPES, (_, before: string, row: string, after: string | undefined) =>
    after === undefined ? `${before} ${row}` : `${before} ${row} ${after}`,
  )
}
