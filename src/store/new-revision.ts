import type { District } from '../domain/district.ts'
import type { Report } from '../domain/report.ts'
import type { Actor } from './actor.ts'
import type { SourceKind } from './generated/prisma/client.ts'

/** A report that was read, with its source: what becomes a revision. */
export interface NewRevision {
  readonly district: District
  readonly year: number
  readonly report: Report
  readonly source: {
    readonly kind: SourceKind
    readonly name: string | null
    readonly mediaType: string
    readonly bytes: Uint8Array
    /** Where it was published, as the sender put it. */
    readonly url: string | null
  }
  readonly parserVersion: string
  readonly reason: string | null
  /** Who sends it. */
  readonly actor: Actor
  /**
   * The number of the revision in force that the new one is to follow; 0 when none is in force, because the report was withdrawn or is not
   * there; null when the report is to be a new one.
   */
  readonly expectedRevision: number | null
}
