/** Where in its source something is printed. Counted from one, as editors count. */
export interface TextLocator {
  readonly kind: 'TEXT'
  readonly line: number
  /** In UTF-16 code units from the start of the line. */
  readonly column: number
}

export type Locator = TextLocator
