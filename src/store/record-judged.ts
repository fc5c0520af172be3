import type { Actor } from './actor.ts'
import { recordEvent } from './audit.ts'
import type { Prisma } from './generated/prisma/client.ts'
import type { Rejudged } from './judge-reports.ts'

/**
 * Writes down which of an agency's reports are judged otherwise than before: their status or their findings differ, not just the version of
 * the rules. No source changes by that.
 */
export async function recordJudged(
  tx: Prisma.TransactionClient,
  actor: Actor,
  rejudged: readonly Rejudged[],
): Promise<void> {
  for (const { key, judgement, statusBefore, gained, lost } of rejudged) {
    if (statusBefore === judgement.status && gained.length + lost.length === 0) continue
    await recordEvent(tx, {
      action: 'report.judged',
      actor,
      report: { agencyId: key.agencyId, year: key.year },
      before: null,
      after: null,
      details: {
        revision: key.number,
        rulesVersion: judgement.rulesVersion,
        statusBefore,
        status: judgement.status,
        gained: gained.length,
        lost: lost.length,
      },
    })
  }
}
