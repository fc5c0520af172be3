import { type IngestError, type Told, told } from './ingest-error.ts'

/** Why what is in force was not changed. */
export type CorrectionError =
  | Extract<IngestError, { code: 'NOT_PERMITTED' | 'REVISION_CONFLICT' }>
  | (Told & { readonly code: 'REPORT_NOT_FOUND' })
  | (Told & { readonly code: 'REVISION_NOT_FOUND'; readonly last: number })
  | (Told & { readonly code: 'ALREADY_WITHDRAWN' })
  | (Told & { readonly code: 'ALREADY_IN_FORCE' })

/** Which report was asked for. */
export interface NamedReport {
  readonly districtCode: string
  readonly agencyName: string | null
  readonly year: number
}

/** There is no report of that agency on that year. */
export function reportNotFound({ districtCode, agencyName, year }: NamedReport): CorrectionError {
  const agency = agencyName === null ? 'the government' : `"${agencyName}"`
  return {
    code: 'REPORT_NOT_FOUND',
    ...told(
      'a report that the hub has',
      `one of ${agency} of the district ${districtCode} on ${year}`,
      'Look it up with the query report: it takes the same district, agency and year.',
    ),
  }
}

/** The report has no revision of that number. */
export function revisionNotFound(number: number, last: number): CorrectionError {
  return {
    code: 'REVISION_NOT_FOUND',
    last,
    ...told(
      `the number of a revision of the report, from 1 to ${last}`,
      `${number}`,
      'Report.revisions lists them all.',
    ),
  }
}

/** Another revision is in force than the one that was named. */
export function notInForce(current: number, named: number): CorrectionError {
  return {
    code: 'REVISION_CONFLICT',
    current,
    ...told(
      named === 0 ? 'none to be in force' : `revision ${named} to be in force`,
      current === 0 ? 'none, as the report was withdrawn' : `revision ${current}`,
      `Look at what happened since, in Report.history; to go on, give expectedRevision ${current}.`,
    ),
  }
}

/** The report was withdrawn before. */
export function alreadyWithdrawn(): CorrectionError {
  return {
    code: 'ALREADY_WITHDRAWN',
    ...told(
      'a report that is in force',
      'one that was withdrawn',
      'There is nothing left to do: Report.history tells when it was withdrawn, and why.',
    ),
  }
}

/** The revision to restore is the one in force. */
export function alreadyInForce(number: number): CorrectionError {
  return {
    code: 'ALREADY_IN_FORCE',
    ...told(
      'a revision that is not in force',
      `${number}, which is`,
      'There is nothing left to do, or it is another revision that is meant: Report.revisions lists them all.',
    ),
  }
}
