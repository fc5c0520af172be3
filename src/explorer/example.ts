/** A saved query as the server writes it into the page: one file of the folder examples/. */
export interface Example {
  /** Name of the file without its ending: `one-district`. */
  readonly name: string
  /** First line of the comment at the file's top; the name when there is none. */
  readonly title: string
  /** The other lines of that comment. */
  readonly description: string
  /** The whole file. */
  readonly query: string
}
