import { isDeepStrictEqual } from 'node:util'
import type { Judgement } from '../domain/finding.ts'
import { type Judge, judgeAsStored, type Rejudged, rejudged } from './judge-reports.ts'
import { type JudgedReport, loadReports, type StoredReport } from './judged-report.ts'
import type { ReportKey } from './report-loaders.ts'
import { readStandings, type StandingReport } from './report-log.ts'
import type { RevisionKey } from './revision-key.ts'
import type { TransactionClient } from './statement.ts'

/** A judgement that is to be written. */
interface Judged {
  readonly key: RevisionKey
  readonly after: Judgement
  /** Whether the store has another one of the revision, which goes. */
  readonly isStored: boolean
}

const text = ({ agencyId, year }: ReportKey) => `${agencyId}/${year}`

/**
 * Reports as they stand in a transaction that holds the locks of their agencies, with those that it is going to store: each is seen beside
 * what came before it, as if that was written already.
 */
export class Shelf {
  readonly #standings: ReadonlyMap<string, StandingReport>
  readonly #inForce: Map<string, StoredReport>
  readonly #judged = new Map<string, Judged>()

  /** Reads these reports and their neighbours. Of agencies that are new there is nothing to read. */
  static async read(
    tx: TransactionClient,
    wanted: readonly { readonly agency: { readonly id: number; readonly isNew: boolean }; readonly year: number }[],
  ): Promise<Shelf> {
    const keys = wanted.map(({ agency, year }) => ({ agencyId: agency.id, year }))
    const standings = keys.length === 0 ? [] : await readStandings(tx, keys)
    // A year is judged beside the one before, and the one after again.
    const looked = new Map<string, ReportKey & { isJudged: boolean }>()
    const look = (report: ReportKey, isJudged: boolean) => {
      looked.set(text(report), { ...report, isJudged: isJudged || looked.get(text(report))?.isJudged === true })
    }
    for (const { agency, year } of wanted.filter((one) => !one.agency.isNew)) {
      look({ agencyId: agency.id, year: year - 1 }, false)
      look({ agencyId: agency.id, year }, true)
      look({ agencyId: agency.id, year: year + 1 }, true)
    }
    const stored = looked.size === 0 ? [] : await loadReports(tx, [...looked.values()])
    return new Shelf(
      new Map(keys.map((key, place) => [text(key), standings[place] as StandingReport])),
      new Map(stored.map((report) => [text(report.key), report])),
    )
  }

  private constructor(standings: ReadonlyMap<string, StandingReport>, inForce: Map<string, StoredReport>) {
    this.#standings = standings
    this.#inForce = inForce
  }

  /** How a report stood that was wanted. */
  standing(report: ReportKey): StandingReport {
    const standing = this.#standings.get(text(report))
    if (!standing) throw new Error(`Expected the report ${text(report)} to be among those that were read.`)
    return standing
  }

  /** The report whose revision is in force, or will be. */
  inForce(report: ReportKey): StoredReport | null {
    return this.#inForce.get(text(report)) ?? null
  }

  /** What the rules say of a report beside that of the year before. */
  judge(report: JudgedReport, judge: Judge): Judgement {
    return judgeAsStored(judge, report, this.inForce({ agencyId: report.key.agencyId, year: report.year - 1 }))
  }

  /** Puts a report there that is going to be stored. */
  add(report: JudgedReport, judgement: Judgement): void {
    this.#inForce.set(text(report.key), { ...report, judgement })
    this.#judged.set(text(report.key), { key: report.key, after: judgement, isStored: false })
  }

  /** Gives a report that is in force another judgement, where it is another. */
  rejudge(report: StoredReport, after: Judgement): Rejudged {
    const { key, judgement: before } = report
    if (!isDeepStrictEqual(before, after)) {
      this.#inForce.set(text(key), { ...report, judgement: after })
      const isStored = this.#judged.get(text(key))?.isStored ?? before !== null
      this.#judged.set(text(key), { key, after, isStored })
    }
    return rejudged(key, before, after)
  }

  /** The judgements that are to be written. */
  get judged(): readonly Judged[] {
    return [...this.#judged.values()]
  }
}
