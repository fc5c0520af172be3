/** The field `totalCount` of every connection: `t.int(totalCount)`. */
export const totalCount = {
  description: 'How many there are in all, on every page together. Counted only when asked for.',
  extensions: { pothosPrismaTotalCount: true },
  resolve: ({ totalCount }: Countable) => (typeof totalCount === 'function' ? totalCount() : (totalCount ?? 0)),
} as const

/** A connection that knows its total, or how to ask for it. */
export interface Countable {
  readonly totalCount?: number | (() => number | Promise<number>)
}
