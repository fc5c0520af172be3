import { districtByCode } from '../domain/district-registry.ts'
import {
  type ChangeRefused,
  type ReportChangeRequest,
  restoreRevision,
  withdrawReport,
} from '../store/change-report.ts'
import type { Database } from '../store/database.ts'
import type { ReportChangeKey } from '../store/report-log.ts'
import {
  alreadyInForce,
  alreadyWithdrawn,
  type CorrectionError,
  notInForce,
  reportNotFound,
  revisionNotFound,
} from './correction-error.ts'
import { notPermitted } from './ingest-error.ts'
import { judgeStored } from './judge-report.ts'

export type { CorrectionError } from './correction-error.ts'

/** An entry of the log of a report, or why there is none. */
export type Corrected =
  | { readonly ok: true; readonly key: ReportChangeKey }
  | { readonly ok: false; readonly error: CorrectionError }

/** Takes a report out of force, for the mutation and the command line alike. Its revisions stay. */
export async function withdraw(db: Database, request: ReportChangeRequest): Promise<Corrected> {
  const done = await withdrawReport(db, request, judgeStored)
  if (done.outcome === 'WITHDRAWN') return { ok: true, key: done.key }
  return refused(done.outcome === 'ALREADY_WITHDRAWN' ? alreadyWithdrawn() : errorOf(done, request))
}

/** Puts an earlier revision of a report in force again, for the mutation and the command line alike. */
export async function restore(
  db: Database,
  request: ReportChangeRequest & { readonly number: number },
): Promise<Corrected> {
  const done = await restoreRevision(db, request, judgeStored)
  switch (done.outcome) {
    case 'RESTORED':
      return { ok: true, key: done.key }
    case 'NO_REVISION':
      return refused(revisionNotFound(request.number, done.last))
    case 'ALREADY_IN_FORCE':
      return refused(alreadyInForce(request.number))
    default:
      return refused(errorOf(done, request))
  }
}

const refused = (error: CorrectionError) => ({ ok: false, error }) as const

function errorOf(done: ChangeRefused, request: ReportChangeRequest): CorrectionError {
  const district = districtByCode(request.districtCode)
  if (done.outcome === 'CONFLICT') return notInForce(done.current, request.expectedRevision)
  return done.outcome === 'NOT_PERMITTED' && district
    ? notPermitted(district, request.agencyName)
    : reportNotFound(request)
}
