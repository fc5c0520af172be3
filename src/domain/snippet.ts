/**
 * Where in one of its report's snippets something stands. A snippet is a row of a table or a line of text as printed; it is kept
 * once a report, because the figures of a row share it.
 */
export interface SnippetRange {
  /** Which snippet of the report, counted from nought. */
  readonly index: number
  /** Where it begins and where it has ended, in UTF-16 code units from the start of the snippet. */
  readonly start: number
  readonly end: number
}

/** A snippet parted at what it was asked for, as the Web Annotation Data Model parts a quotation. */
export interface Snippet {
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}

/** The snippet parted at the range. A range beyond the snippets is an error of whoever made it. */
export function snippetAt(snippets: readonly string[], range: SnippetRange): Snippet {
  const { index, start, end } = range
  const text = snippets[index]
  if (text === undefined || start < 0 || end < start || end > text.length) {
    throw new RangeError(`Expected a range of ${snippets.length} snippets, got ${JSON.stringify(range)}.`)
  }
  return { prefix: text.slice(0, start), exact: text.slice(start, end), suffix: text.slice(end) }
}
