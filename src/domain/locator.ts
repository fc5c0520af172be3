// Where in its source something is printed. Everything is counted from one.

/** A place in a text. */
export interface TextLocator {
  readonly kind: 'TEXT'
  readonly line: number
  /** In UTF-16 code units from the start of the line. */
  readonly column: number
}

/** A cell of a table of a web page or a Word file. */
export interface TableLocator {
  readonly kind: 'TABLE'
  /** Which table of the document. */
  readonly table: number
  readonly row: number
  readonly cell: number
}

/** A block of running text (paragraph, heading, list item) of a web page or a Word file. */
export interface BlockLocator {
  readonly kind: 'BLOCK'
  readonly block: number
}

/** A place on a page. */
export interface PageLocator {
  readonly kind: 'PAGE'
  readonly page: number
  /** Left, top, width and height in points (1/72 inch), from the top left corner of the page. */
  readonly box: readonly [number, number, number, number]
}

export type Locator = TextLocator | TableLocator | BlockLocator | PageLocator
