/** The key of a revision: the agency, the year of the report, and which version of it, counted from 1. */
export interface RevisionKey {
  readonly agencyId: number
  readonly year: number
  readonly number: number
}
