import type { Actor } from './actor.ts'
import type { AuditEvent } from './audit.ts'
import type { Rejudged } from './judge-reports.ts'

/**
 * The events that tell which of an agency's reports are judged otherwise than before: their status or their findings differ, not just the
 * version of the rules. No source changes by that.
 */
export function judgedEvents(actor: Actor, rejudged: readonly Rejudged[]): AuditEvent[] {
  return rejudged.flatMap(({ key, judgement, statusBefore, gained, lost }) => {
    if (statusBefore === judgement.status && gained.length + lost.length === 0) return []
    const details = {
      revision: key.number,
      rulesVersion: judgement.rulesVersion,
      statusBefore,
      status: judgement.status,
      gained: gained.length,
      lost: lost.length,
    }
    const report = { agencyId: key.agencyId, year: key.year }
    return [{ action: 'report.judged', actor, report, before: null, after: null, details }]
  })
}
