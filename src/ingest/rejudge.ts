import { RULES_VERSION } from '../rules/judge.ts'
import type { Database } from '../store/database.ts'
import { type NamedRejudged, rejudgeReports } from '../store/rejudge-reports.ts'
import { judgeStored } from './judge-report.ts'

export type { NamedRejudged as Rejudged } from '../store/rejudge-reports.ts'

/**
 * Judges the current revision of every report by the present rules, and stores what differs: after a rule has changed, or when the store
 * comes from an earlier version. A second run changes nothing.
 * @param only STALE leaves out the agencies whose reports were all judged by the present rules.
 * @param isDryRun tells what would change, and stores nothing.
 * @returns every report judged, one after the other.
 */
export function rejudge(
  db: Database,
  { only, isDryRun = false }: { readonly only?: 'STALE'; readonly isDryRun?: boolean } = {},
): AsyncGenerator<NamedRejudged, void, undefined> {
  return rejudgeReports(db, judgeStored, { isDryRun, ...(only === 'STALE' && { except: RULES_VERSION }) })
}
