import type { Request } from '../scenarios/scenario.ts'

/** A question that the hub works out over the whole country, and the best statement for it that was found by hand. */
export interface CountryQuestion {
  /** As results name it, for ever. */
  readonly name: string
  readonly title: string
  readonly request: Request
  readonly sql: string
  /** The most milliseconds that it may take. */
  readonly atMost: number
  /** One shape for both answers. */
  readonly normalise: {
    hub(answer: unknown): unknown
    sql(rows: readonly unknown[]): unknown
  }
}
